import type { ElementContent } from 'hast';
import { MASTER_MAP, type ColourScheme } from './colour-scheme.ts';
import { notesParagraphs } from './notes-text.ts';
import { FIELD } from './prompts.ts';
import type { Presentation } from './slide-part.ts';
import { shapeTree } from './slide-tree.ts';
import { addTheme } from './theme-part.ts';
import type { Slide } from '../../model/deck.ts';
import { NAMESPACES, xml, type Element } from './xml.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument.presentationml';
export const NOTES_MASTER = 'ppt/notesMasters/notesMaster1.xml';

/** A page for notes is upright: 7.5 by 10 inches. */
export const NOTES_SIZE = { cx: 6_858_000, cy: 9_144_000 } as const;
/** Places on it in EMU. */
const PICTURE = { x: 685_800, y: 685_800, cx: 5_486_400, cy: 3_429_000 };
const BODY = { x: 685_800, y: 4_343_400, cx: 5_486_400, cy: 4_114_800 };
const NUMBER = { x: 3_884_613, y: 8_685_213, cx: 2_971_800, cy: 457_200 };

/** On paper, black is on white. */
const SCHEME: ColourScheme = {
  dk1: '#000000',
  lt1: '#ffffff',
  dk2: '#44546a',
  lt2: '#e7e6e6',
  accent1: '#4472c4',
  accent2: '#ed7d31',
  accent3: '#a5a5a5',
  accent4: '#ffc000',
  accent5: '#5b9bd5',
  accent6: '#70ad47',
  hlink: '#0563c1',
  folHlink: '#954f72',
};

/** Adds the master of pages with notes. */
export function addNotesMaster({ package: file, fonts }: Presentation): void {
  let number = 2;
  while (file.has(`ppt/theme/theme${number}.xml`)) number += 1;
  const theme = `ppt/theme/theme${number}.xml`;
  file.relate(NOTES_MASTER, 'theme', theme);
  addTheme(file, { name: 'Notes', scheme: SCHEME, fonts: { ...fonts, major: fonts.minor } }, theme);
  const levels = Array.from({ length: 5 }, (_, level) =>
    xml(
      `a:lvl${level + 1}pPr`,
      { marL: level * 457_200, algn: 'l' },
      xml(
        'a:defRPr',
        { sz: 1200 },
        xml('a:solidFill', {}, xml('a:schemeClr', { val: 'tx1' })),
        xml('a:latin', { typeface: '+mn-lt' }),
      ),
    ),
  );
  file.add(
    NOTES_MASTER,
    xml(
      'p:notesMaster',
      NAMESPACES,
      xml(
        'p:cSld',
        {},
        xml(
          'p:bg',
          {},
          xml('p:bgPr', {}, xml('a:solidFill', {}, xml('a:schemeClr', { val: 'bg1' })), xml('a:effectLst')),
        ),
        shapeTree(
          notesShapes(
            [xml('a:p', {}, xml('a:r', {}, xml('a:rPr', { lang: 'en-US' }), xml('a:t', {}, 'Click to edit notes')))],
            true,
          ),
        ),
      ),
      xml('p:clrMap', MASTER_MAP),
      xml('p:notesStyle', {}, levels),
    ),
    `${OFFICE}.notesMaster+xml`,
  );
}

/** Returns the notes of a slide: those of the first one, where a slide continues it. */
export function notesOf(slide: Slide, { job }: Presentation): Slide['notes'] {
  if (!slide.continued) return slide.notes;
  const { slides } = job.deck;
  return (
    slides
      .slice(
        0,
        slides.findIndex(({ id }) => id === slide.id),
      )
      .findLast(({ continued }) => !continued)?.notes ?? []
  );
}

/** Adds the notes of a slide. @param number - the slide's, from 1. */
export function addNotes(
  { package: file, job, notesMaster }: Presentation,
  notes: readonly ElementContent[],
  { number, slide, lang = job.deck.meta.lang }: { number: number; slide: string; lang?: string | undefined },
): void {
  const path = `ppt/notesSlides/notesSlide${number}.xml`;
  const paragraphs = notesParagraphs(notes, { package: file, path, lang });
  if (paragraphs.length === 0) return;
  file.relate(path, 'notesMaster', notesMaster);
  file.relate(path, 'slide', slide);
  file.relate(slide, 'notesSlide', path);
  file.add(
    path,
    xml(
      'p:notes',
      NAMESPACES,
      xml('p:cSld', {}, shapeTree(notesShapes(paragraphs, false))),
      xml('p:clrMapOvr', {}, xml('a:masterClrMapping')),
    ),
    `${OFFICE}.notesSlide+xml`,
  );
}

/** The image of the slide, its notes and its number. */
function notesShapes(paragraphs: readonly Element[], isMaster: boolean): Element[] {
  const place = ({ x, y, cx, cy }: typeof BODY): Element | undefined =>
    isMaster ? xml('a:xfrm', {}, xml('a:off', { x, y }), xml('a:ext', { cx, cy })) : undefined;
  const rect = isMaster ? xml('a:prstGeom', { prst: 'rect' }, xml('a:avLst')) : undefined;
  const field = xml('a:fld', { id: FIELD, type: 'slidenum' }, xml('a:rPr', { lang: 'en-US' }), xml('a:t', {}, '‹#›'));
  return [
    xml(
      'p:sp',
      {},
      xml(
        'p:nvSpPr',
        {},
        xml('p:cNvPr', { id: 2, name: 'Slide Image Placeholder 1' }),
        xml('p:cNvSpPr', {}, xml('a:spLocks', { noGrp: 1, noRot: 1, noChangeAspect: 1 })),
        xml('p:nvPr', {}, xml('p:ph', { type: 'sldImg', idx: isMaster ? 2 : undefined })),
      ),
      xml('p:spPr', {}, place(PICTURE), rect),
    ),
    xml(
      'p:sp',
      {},
      xml(
        'p:nvSpPr',
        {},
        xml('p:cNvPr', { id: 3, name: 'Notes Placeholder 2' }),
        xml('p:cNvSpPr', {}, xml('a:spLocks', { noGrp: 1 })),
        xml('p:nvPr', {}, xml('p:ph', { type: 'body', idx: isMaster ? 3 : 1, sz: isMaster ? 'quarter' : undefined })),
      ),
      xml('p:spPr', {}, place(BODY), rect),
      xml('p:txBody', {}, xml('a:bodyPr'), xml('a:lstStyle'), paragraphs),
    ),
    ...(isMaster
      ? [
          xml(
            'p:sp',
            {},
            xml(
              'p:nvSpPr',
              {},
              xml('p:cNvPr', { id: 4, name: 'Slide Number Placeholder 3' }),
              xml('p:cNvSpPr', {}, xml('a:spLocks', { noGrp: 1 })),
              xml('p:nvPr', {}, xml('p:ph', { type: 'sldNum', sz: 'quarter', idx: 5 })),
            ),
            xml('p:spPr', {}, place(NUMBER), rect),
            xml(
              'p:txBody',
              {},
              xml('a:bodyPr', { anchor: 'b' }),
              xml('a:lstStyle'),
              xml('a:p', {}, xml('a:pPr', { algn: 'r' }), field),
            ),
          ),
        ]
      : []),
  ];
}
