import type { Box, Hex, Measured, Paint } from '../../../client/shapes/measured.ts';
import { commonBorder, fillXml, geometryXml, lineXml } from '../paint.ts';
import { shapeProperties, type ShapesPart } from '../slide-part.ts';
import { transform } from '../units.ts';
import { xml, type Element } from '../xml.ts';

const SIDES = ['top', 'right', 'bottom', 'left'] as const;

/** Returns where the borders of a box are, at the sides that have one. */
export function barsOf(box: Box, { borders }: Paint): { box: Box; colour: Hex }[] {
  return SIDES.flatMap((side, index) => {
    const line = borders[index];
    if (!line) return [];
    const { width, colour } = line;
    const across = side === 'top' || side === 'bottom';
    const bar = {
      x: side === 'right' ? box.x + box.width - width : box.x,
      y: side === 'bottom' ? box.y + box.height - width : box.y,
      width: across ? box.width : width,
      height: across ? width : box.height,
    };
    return [{ box: bar, colour }];
  });
}

/** Borders at some sides are bars of their own. */
export function bars(part: ShapesPart, { box, step }: Pick<Measured, 'box' | 'step'>, paint: Paint): Element[] {
  if (commonBorder(paint)) return [];
  const { scale, palette } = part;
  return barsOf(box, paint).map(({ box: bar, colour }) =>
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
        fillXml(palette, { kind: 'solid', colour }),
        lineXml(scale, palette, undefined),
      ),
    ),
  );
}
