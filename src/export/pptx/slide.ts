import { shapesOf } from './shapes/all.ts';
import { fillXml } from './paint.ts';
import type { ShapesPart } from './slide-part.ts';
import { NAMESPACES, xml, type Element } from './xml.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.slide+xml';

/** Adds the part of a slide. @param layout - path of its layout. */
export async function addSlide(part: ShapesPart, layout: string): Promise<void> {
  part.package.relate(part.path, 'slideLayout', layout);
  const shapes = await shapesOf(part, part.measure.blocks);
  const root = xml(
    'p:sld',
    NAMESPACES,
    xml('p:cSld', {}, backgroundXml(part), shapeTree(shapes)),
    xml('p:clrMapOvr', {}, xml('a:masterClrMapping')),
  );
  part.package.add(part.path, root, TYPE);
}

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
    shapes,
  );
}
