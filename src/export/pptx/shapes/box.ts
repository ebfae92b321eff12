import type { Measured, MeasuredBox, MeasuredText, Paint } from '../../../client/shapes/measured.ts';
import { commonBorder, fillXml, geometryXml, lineXml } from '../paint.ts';
import { shapeProperties, type ShapesPart } from '../slide-part.ts';
import { bars } from './bars.ts';
import { textBody } from '../text.ts';
import { textRoom } from '../text-room.ts';
import { transform } from '../units.ts';
import { xml, type Element } from '../xml.ts';

type ShapesOf = (blocks: readonly Measured[]) => Promise<Element[]>;

/**
 * Makes a shape of a painted box. Text that is all of its content is the shape's own; other content is grouped with it.
 */
export async function boxShapes(part: ShapesPart, block: MeasuredBox, shapesOf: ShapesOf): Promise<Element[]> {
  const { paint, blocks, box, role } = block;
  const only = blocks.length === 1 && blocks[0]?.kind === 'text' ? blocks[0] : undefined;
  if (paint && only) return [...boxShape(part, block, paint, only), ...bars(part, block, paint)];
  const inner = await shapesOf(blocks);
  const own = paint ? [...boxShape(part, block, paint, undefined), ...bars(part, block, paint)] : [];
  const shapes = [...own, ...inner];
  // Parts of a group cannot appear one after the other.
  if (shapes.length < 2 || hasOtherSteps(blocks, block.step)) return shapes;
  const group = xml(
    'p:grpSp',
    {},
    xml('p:nvGrpSpPr', {}, shapeProperties(part, { name: role, step: block.step }), xml('p:cNvGrpSpPr'), xml('p:nvPr')),
    xml('p:grpSpPr', {}, groupTransform(part, box)),
    shapes,
  );
  return [group];
}

function hasOtherSteps(blocks: readonly Measured[], step: number | undefined): boolean {
  return blocks.some((block) => block.step !== step || (block.kind === 'box' && hasOtherSteps(block.blocks, step)));
}

function groupTransform(part: ShapesPart, box: MeasuredBox['box']): Element {
  const own = transform(part.scale, box);
  const { emu } = part.scale;
  return xml(
    'a:xfrm',
    {},
    own.children as Element[],
    xml('a:chOff', { x: emu(box.x), y: emu(box.y) }),
    xml('a:chExt', { cx: emu(box.width), cy: emu(box.height) }),
  );
}

function boxShape(part: ShapesPart, block: MeasuredBox, paint: Paint, text: MeasuredText | undefined): Element[] {
  const { box, rotation, opacity, role } = block;
  const fill = paint.fills.findLast(({ kind }) => kind !== 'picture');
  const border = commonBorder(paint);
  if (!fill && !border && !text) return [];
  const { palette, scale } = part;
  const inner = text ? textRoom(text.box, text.paragraphs, box.x + box.width) : box;
  const body = text
    ? textBody(part, text.paragraphs, {
        room: inner,
        insets: [
          Math.max(0, inner.x - box.x),
          Math.max(0, inner.y - box.y),
          Math.max(0, box.x + box.width - inner.x - inner.width),
          0,
        ],
        anchor: 'top',
      })
    : undefined;
  return [
    xml(
      'p:sp',
      {},
      xml(
        'p:nvSpPr',
        {},
        shapeProperties(part, { name: role, step: block.step, decorative: !text }),
        xml('p:cNvSpPr'),
        xml('p:nvPr'),
      ),
      xml(
        'p:spPr',
        {},
        transform(scale, box, { rotation }),
        geometryXml(scale, box, paint),
        fill ? fillXml(palette, fill, opacity) : xml('a:noFill'),
        lineXml(scale, palette, border),
      ),
      body,
    ),
  ];
}
