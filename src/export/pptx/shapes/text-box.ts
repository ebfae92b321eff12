import type { MeasuredText, Paragraph } from '../../../client/shapes/measured.ts';
import { shapeProperties, type ShapesPart } from '../slide-part.ts';
import { textBody } from '../text.ts';
import { asOneLine, textRoom } from '../text-room.ts';
import { transform } from '../units.ts';
import { xml, type Element } from '../xml.ts';

/** Figures and short words stay on their line in other fonts, which may be wider. */
const SHORT = 12;

function isFigure([first, ...others]: readonly Paragraph[]): boolean {
  if (!first || others.length > 0 || first.lines > 1 || first.marker) return false;
  return first.runs.reduce((length, { text }) => length + text.length, 0) <= SHORT;
}

/** Makes a text box of paragraphs. */
export function textShapes(part: ShapesPart, block: MeasuredText): Element[] {
  const { rotation } = block;
  const paragraphs = block.paragraphs.length === 1 ? block.paragraphs.map(asOneLine) : block.paragraphs;
  const y = paragraphs[0]?.box.y ?? block.box.y;
  const box = { ...block.box, y, height: block.box.y + block.box.height - y };
  const room = textRoom(box, paragraphs, part.measure.width);
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
        transform(part.scale, room, { rotation }),
        xml('a:prstGeom', { prst: 'rect' }, xml('a:avLst')),
        xml('a:noFill'),
      ),
      textBody(part, paragraphs, { room, insets: [0, 0, 0, 0], anchor: 'top', wraps: !isFigure(paragraphs) }),
    ),
  ];
}
