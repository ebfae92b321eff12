import { shapeTree } from './slide.ts';
import type { Presentation } from './slide-part.ts';
import { NAMESPACES, xml } from './xml.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml';
export const MASTER = 'ppt/slideMasters/slideMaster1.xml';

/** Adds the master of all slides. */
export function addMaster({ package: file }: Presentation): void {
  const theme = file.relate(MASTER, 'theme', 'ppt/theme/theme1.xml');
  const layout = file.relate(MASTER, 'slideLayout', 'ppt/slideLayouts/slideLayout1.xml');
  file.add(
    MASTER,
    xml(
      'p:sldMaster',
      NAMESPACES,
      xml(
        'p:cSld',
        {},
        xml(
          'p:bg',
          {},
          xml('p:bgPr', {}, xml('a:solidFill', {}, xml('a:schemeClr', { val: 'bg1' })), xml('a:effectLst')),
        ),
        shapeTree([]),
      ),
      xml('p:clrMap', {
        bg1: 'lt1',
        tx1: 'dk1',
        bg2: 'lt2',
        tx2: 'dk2',
        ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((index) => [`accent${index}`, `accent${index}`])),
        hlink: 'hlink',
        folHlink: 'folHlink',
      }),
      xml('p:sldLayoutIdLst', {}, xml('p:sldLayoutId', { id: 2_147_483_649, 'r:id': layout })),
      xml('p:txStyles', {}, xml('p:titleStyle'), xml('p:bodyStyle'), xml('p:otherStyle')),
    ),
    TYPE,
  );
  void theme;
}
