import { MASTER } from './slide-master.ts';
import { shapeTree } from './slide.ts';
import type { Presentation } from './slide-part.ts';
import { NAMESPACES, xml } from './xml.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml';

/** Adds a layout for each of Lectern's. */
export function addLayouts({ package: file }: Presentation): string {
  const path = 'ppt/slideLayouts/slideLayout1.xml';
  file.relate(path, 'slideMaster', MASTER);
  file.add(
    path,
    xml(
      'p:sldLayout',
      { ...NAMESPACES, type: 'blank', preserve: 1 },
      xml('p:cSld', { name: 'Blank' }, shapeTree([])),
      xml('p:clrMapOvr', {}, xml('a:masterClrMapping')),
    ),
    TYPE,
  );
  return path;
}
