import type { Slide } from '../../model/deck.ts';
import { MASTER } from './master-path.ts';
import { MASTER_ID } from './slide-master.ts';
import type { Presentation } from './slide-part.ts';
import { NAMESPACES, xml } from './xml.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml';
const PATH = 'ppt/presentation.xml';

/** Adds the part that lists the slides. */
export function addPresentation(presentation: Presentation, shown: readonly Slide[]): void {
  const { package: file, scale, slidePaths, job } = presentation;
  const { width, height } = job.deck.meta.size;
  file.relate('', 'officeDocument', PATH);
  const master = file.relate(PATH, 'slideMaster', MASTER);
  const slides = shown.map(({ id }, index) =>
    xml('p:sldId', { id: 256 + index, 'r:id': file.relate(PATH, 'slide', slidePaths.get(id) ?? '') }),
  );
  file.relate(PATH, 'theme', 'ppt/theme/theme1.xml');
  const root = xml(
    'p:presentation',
    { ...NAMESPACES, saveSubsetFonts: 1 },
    xml('p:sldMasterIdLst', {}, xml('p:sldMasterId', { id: MASTER_ID, 'r:id': master })),
    xml('p:sldIdLst', {}, slides),
    xml('p:sldSz', { cx: scale.emu(width), cy: scale.emu(height) }),
    xml('p:notesSz', { cx: 6_858_000, cy: 9_144_000 }),
  );
  file.add(PATH, root, TYPE);
}
