import type { Measured, Paint } from '../../../client/shapes/measured.ts';
import { commonBorder, fillXml, geometryXml, lineXml } from '../paint.ts';
import { shapeProperties, type ShapesPart } from '../slide-part.ts';
import { transform } from '../units.ts';
import { xml, type Element } from '../xml.ts';

const SIDES = ['top', 'right', 'bottom', 'left'] as const;

/** Borders at some sides are bars of their own. */
export function bars(part: ShapesPart, { box, step }: Pick<Measured, 'box' | 'step'>, paint: Paint): Element[] {
  if (commonBorder(paint)) return [];
  const { scale, palette } = part;
  return SIDES.flatMap((side, index) => {
    const line = paint.borders[index];
    if (!line) return [];
    const { width } = line;
    const across = side === 'top' || side === 'bottom';
    const bar = {
      x: side === 'right' ? box.x + box.width - width : box.x,
      y: side === 'bottom' ? box.y + box.height - width : box.y,
      width: across ? box.width : width,
      height: across ? width : box.height,
    };
    return [
      xml(
        'p:sp',
        {},
        xml(
          'p:nvSpPr',
          {},
          shapeProperties(part, { name: 'Rule', step, decorative: true }),
          xml('p:cNvSpPr'),
          xml('p:nvPr'),
        ),
        xml(
          'p:spPr',
          {},
          transform(scale, bar),
          geometryXml(scale, bar),
          fillXml(palette, { kind: 'solid', colour: line.colour }),
          lineXml(scale, palette, undefined),
        ),
      ),
    ];
  });
}
