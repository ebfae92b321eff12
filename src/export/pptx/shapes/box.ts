import type { Box, Measured, MeasuredBox, MeasuredText, Paint } from '../../../client/shapes/measured.ts';
import { commonBorder, curveInsets, effectsXml, fillXml, geometryXml, lineXml } from '../paint.ts';
import { shapeProperties, type ShapesPart } from '../slide-part.ts';
import { bars } from './bars.ts';
import { groupOf } from './group.ts';
import { textBody } from '../text.ts';
import { asOneLine, textRoom } from '../text-room.ts';
import { transform } from '../units.ts';
import { xml, type Element } from '../xml.ts';

type ShapesOf = (blocks: readonly Measured[]) => Promise<Element[]>;

/**
 * Makes a shape of a painted box. Text that is all of its content is the shape's own; other content is grouped with it.
 */
export async function boxShapes(part: ShapesPart, block: MeasuredBox, shapesOf: ShapesOf): Promise<Element[]> {
  const { paint, blocks, box, role } = block;
  const only = blocks.length === 1 && blocks[0]?.kind === 'text' ? blocks[0] : undefined;
  if (paint && only && isOnSlide(part, box))
    return [...boxShape(part, block, paint, only), ...bars(part, block, paint)];
  const inner = await shapesOf(blocks);
  const own = paint ? [...boxShape(part, block, paint, undefined), ...bars(part, block, paint)] : [];
  const shapes = [...own, ...inner];
  // Parts of a group cannot appear one after the other.
  if (hasOtherSteps(blocks, block.step)) return shapes;
  return groupOf(part, shapes, { name: role, step: block.step, box });
}

/** Text is on the slide, also where what is behind it reaches beyond its edges. */
function isOnSlide({ measure }: ShapesPart, { x, y, width, height }: Box): boolean {
  return x >= -1 && y >= -1 && x + width <= measure.width + 1 && y + height <= measure.height + 1;
}

/** Tells whether something appears at another time than what it is in. */
export function hasOtherSteps(blocks: readonly Measured[], step: number | undefined): boolean {
  return blocks.some((block) => block.step !== step || (block.kind === 'box' && hasOtherSteps(block.blocks, step)));
}

function boxShape(part: ShapesPart, block: MeasuredBox, paint: Paint, text: MeasuredText | undefined): Element[] {
  const { box, rotation, opacity, role, step } = block;
  const fill = paint.fills.findLast(({ kind }) => kind !== 'picture');
  const border = commonBorder(paint);
  const { palette, scale } = part;
  const around = paint.ring ? [ringShape(part, block, paint, paint.ring)] : [];
  if (!fill && !border && !text) return around;
  return [
    ...around,
    xml(
      'p:sp',
      {},
      xml(
        'p:nvSpPr',
        {},
        shapeProperties(part, { name: role, step, decorative: !text }),
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
        effectsXml(scale, palette, paint),
      ),
      text ? bodyOf(part, box, paint, text) : undefined,
    ),
  ];
}

type Ring = NonNullable<Paint['ring']>;

/** A line around a box, and apart from it. */
function ringShape(part: ShapesPart, { box, step, role, rotation }: MeasuredBox, paint: Paint, ring: Ring): Element {
  const { scale, palette } = part;
  const more = ring.gap + ring.line.width / 2;
  const outer = { x: box.x - more, y: box.y - more, width: box.width + 2 * more, height: box.height + 2 * more };
  return xml(
    'p:sp',
    {},
    xml('p:nvSpPr', {}, shapeProperties(part, { name: role, step, decorative: true }), xml('p:cNvSpPr'), xml('p:nvPr')),
    xml(
      'p:spPr',
      {},
      transform(scale, outer, { rotation }),
      geometryXml(scale, outer, { radius: paint.radius && paint.radius + more, ellipse: paint.ellipse }),
      xml('a:noFill'),
      lineXml(scale, palette, ring.line),
    ),
  );
}

/** px that the middles of a box and of its text may differ by. */
const NEAR = 4;

function bodyOf(part: ShapesPart, box: Box, paint: Paint, text: MeasuredText): Element {
  const curve = curveInsets(box, paint);
  const [only] = text.paragraphs;
  const { ink } = only ?? { ink: text.box };
  const isCentred =
    text.paragraphs.length === 1 &&
    only?.lines === 1 &&
    Math.abs(ink.x + ink.width / 2 - box.x - box.width / 2) < NEAR &&
    Math.abs(ink.y + ink.height / 2 - box.y - box.height / 2) < NEAR;
  if (isCentred) {
    const middle = { ...asOneLine({ ...only, align: 'center' as const }), marker: undefined };
    return textBody(part, [{ ...middle, box }], { room: box, insets: [0, 0, 0, 0], anchor: 'middle', wraps: false });
  }
  const inner = textRoom(text.box, text.paragraphs, box.x + box.width);
  return textBody(part, text.paragraphs, {
    room: inner,
    insets: [
      Math.max(0, inner.x - box.x - curve.x),
      Math.max(0, inner.y - box.y - curve.y),
      Math.max(0, box.x + box.width - inner.x - inner.width - curve.x),
      0,
    ],
    anchor: 'top',
  });
}
