import { hoistAlternatives } from './math/formula-xml.ts';
import { fillXml } from './paint.ts';
import type { ShapesPart } from './slide-part.ts';
import { xml, type Element } from './xml.ts';

/** Writes the background of a slide, layout or master. */
export function backgroundXml({ measure, palette }: ShapesPart): Element | undefined {
  const fill = measure.paint.fills.findLast(({ kind }) => kind !== 'picture');
  if (!fill) return undefined;
  return xml('p:bg', {}, xml('p:bgPr', {}, fillXml(palette, fill), xml('a:effectLst')));
}

/** Puts shapes into their tree. */
export function shapeTree(shapes: readonly Element[]): Element {
  return xml(
    'p:spTree',
    {},
    xml('p:nvGrpSpPr', {}, xml('p:cNvPr', { id: 1, name: '' }), xml('p:cNvGrpSpPr'), xml('p:nvPr')),
    xml('p:grpSpPr'),
    shapes.map(hoistAlternatives),
  );
}
