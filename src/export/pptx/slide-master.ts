import { colourMapAttributes } from './colour-scheme.ts';
import { MASTER } from './master-path.ts';
import type { Placeholder } from './placeholders.ts';
import { placeholderXml } from './placeholders.ts';
import { promptOf } from './prompts.ts';
import { backgroundXml, shapeTree } from './slide-tree.ts';
import type { SlideLayout } from './slide-layouts.ts';
import { openPart, type Presentation, type ShapesPart } from './slide-part.ts';
import { levelXml } from './text-style.ts';
import type { Tones } from './tones.ts';
import { NAMESPACES, xml, type Element } from './xml.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml';
/** Ids of layouts follow that of the master; all of a presentation differ. */
export const MASTER_ID = 2_147_483_648;

/** Adds the master: what all layouts have in common. @param usual - the layout that it is like. */
export function addMaster(
  presentation: Presentation,
  { usual, layouts, tones }: { usual: SlideLayout; layouts: readonly SlideLayout[]; tones: Tones },
): void {
  const { package: file } = presentation;
  const part = openPart(presentation, {
    path: MASTER,
    slide: undefined,
    measure: usual.measure,
    palette: tones.paletteOf(tones.usual),
  });
  const ids = layouts.map(({ path }, index) =>
    xml('p:sldLayoutId', { id: MASTER_ID + 1 + index, 'r:id': file.relate(MASTER, 'slideLayout', path) }),
  );
  file.relate(MASTER, 'theme', 'ppt/theme/theme1.xml');
  const placeholders = usual.placeholders.map((placeholder): Placeholder => ({
    ...placeholder,
    ...(placeholder.type === 'content' && { type: 'body' }),
  }));
  const root = xml(
    'p:sldMaster',
    NAMESPACES,
    xml(
      'p:cSld',
      {},
      backgroundXml(part),
      shapeTree(
        placeholders.map((placeholder) => placeholderXml(part, placeholder, { prompt: promptOf(part, placeholder) })),
      ),
    ),
    xml('p:clrMap', colourMapAttributes(tones.usual)),
    xml('p:sldLayoutIdLst', {}, ids),
    xml(
      'p:txStyles',
      {},
      xml('p:titleStyle', {}, levelsXml(part, placeholders, 'title')),
      xml('p:bodyStyle', {}, levelsXml(part, placeholders, 'body')),
      xml('p:otherStyle', {}, levelsXml(part, placeholders, 'body').slice(0, 0)),
    ),
  );
  file.add(MASTER, root, TYPE);
}

function levelsXml(part: ShapesPart, placeholders: readonly Placeholder[], type: Placeholder['type']): Element[] {
  const levels = placeholders.find((one) => one.type === type)?.levels ?? [];
  return levels.flatMap((style, level) => (style ? [levelXml(part, style, `a:lvl${level + 1}pPr`)] : []));
}
