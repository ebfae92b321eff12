import type { Box, Hex, MeasuredCode } from '../../../client/shapes/measured.ts';
import { commonBorder, curveInsets, fillXml, geometryXml, lineXml } from '../paint.ts';
import { firstFeet, riseOf } from '../line-places.ts';
import { bars } from './bars.ts';
import { groupOf } from './group.ts';
import { shapeProperties, type ShapesPart } from '../slide-part.ts';
import { textBody } from '../text.ts';
import { transform } from '../units.ts';
import { xml, type Element } from '../xml.ts';

/** Makes a text box of code, a paragraph a line, with the backgrounds of emphasised lines below it. */
export function codeShapes(part: ShapesPart, block: MeasuredCode): readonly Element[] {
  const { bands, paragraphs } = block;
  const text = textBody(part, paragraphs, { insets: insetsOf(block), anchor: 'top' });
  const edges = bars(part, block, block.paint);
  if (bands.length === 0) return [codeBox(part, block, { painted: true, text }), ...edges];
  const shapes = [
    codeBox(part, block, { painted: true }),
    ...edges,
    ...bands.map(({ box, colour }) => bandShape(part, box, { colour, step: block.step })),
    codeBox(part, block, { painted: false, text }),
  ];
  if (paragraphs.some(({ step }) => step !== block.step)) return shapes;
  return groupOf(part, shapes, { name: 'Code', step: block.step, box: block.box });
}

/** Programs put all of the room between lines above them, and keep text out of round corners. */
function insetsOf({ box, paint, padding, paragraphs }: MeasuredCode): [number, number, number, number] {
  const [top, right, bottom, left] = padding;
  const curve = curveInsets(box, paint);
  const [first] = paragraphs;
  const raised = first ? first.box.y + riseOf(first) - firstFeet(first) : 0;
  return [left - curve.x, top - curve.y - raised, right - curve.x, bottom - curve.y].map((px) => Math.max(0, px)) as [
    number,
    number,
    number,
    number,
  ];
}

function codeBox(
  part: ShapesPart,
  block: MeasuredCode,
  { painted, text }: { painted: boolean; text?: Element },
): Element {
  const { box, paint, rotation, opacity, step } = block;
  const fill = painted ? paint.fills.findLast(({ kind }) => kind !== 'picture') : undefined;
  return xml(
    'p:sp',
    {},
    xml(
      'p:nvSpPr',
      {},
      shapeProperties(part, { name: 'Code', step, decorative: !text }),
      xml('p:cNvSpPr', { txBox: text ? 1 : undefined }),
      xml('p:nvPr'),
    ),
    xml(
      'p:spPr',
      {},
      transform(part.scale, box, { rotation }),
      geometryXml(part.scale, box, paint),
      fill ? fillXml(part.palette, fill, opacity) : xml('a:noFill'),
      lineXml(part.scale, part.palette, painted ? commonBorder(paint) : undefined),
    ),
    text,
  );
}

function bandShape(part: ShapesPart, box: Box, { colour, step }: { colour: Hex; step: number | undefined }): Element {
  return xml(
    'p:sp',
    {},
    xml(
      'p:nvSpPr',
      {},
      shapeProperties(part, { name: 'Line', step, decorative: true }),
      xml('p:cNvSpPr'),
      xml('p:nvPr'),
    ),
    xml(
      'p:spPr',
      {},
      transform(part.scale, box),
      geometryXml(part.scale, box),
      fillXml(part.palette, { kind: 'solid', colour }),
      lineXml(part.scale, part.palette, undefined),
    ),
  );
}
