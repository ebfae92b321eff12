import type { MeasuredText } from '../../../client/shapes/measured.ts';
import { shapeProperties, type ShapesPart } from '../slide-part.ts';
import { textBody } from '../text.ts';
import { transform } from '../units.ts';
import { xml, type Element } from '../xml.ts';

/** Makes a text box of paragraphs. */
export function textShapes(part: ShapesPart, block: MeasuredText): Element[] {
  const { box, paragraphs, rotation } = block;
  return [
    xml(
      'p:sp',
      {},
      xml(
        'p:nvSpPr',
        {},
        shapeProperties(part, { name: 'Text', step: block.step }),
        xml('p:cNvSpPr', { txBox: 1 }),
        xml('p:nvPr'),
      ),
      xml(
        'p:spPr',
        {},
        transform(part.scale, box, { rotation }),
        xml('a:prstGeom', { prst: 'rect' }, xml('a:avLst')),
        xml('a:noFill'),
      ),
      textBody(part, paragraphs, { insets: [0, 0, 0, 0], anchor: 'top', wraps: !isTight(block) }),
    ),
  ];
}

/** A line that fills its box might break where another program's letters are wider. */
function isTight({ box, paragraphs }: MeasuredText): boolean {
  return paragraphs.every(({ lines }) => lines === 1) && paragraphs.some(({ ink }) => ink.width > box.width * 0.9);
}
