import { MASTER } from './master-path.ts';
import { NOTES_SIZE } from './notes.ts';
import { sectionList } from './sections.ts';
import { MASTER_ID } from './slide-master.ts';
import type { Presentation } from './slide-part.ts';
import { NAMESPACES, xml, type Element } from './xml.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument.presentationml';
const PATH = 'ppt/presentation.xml';
/** Ids of slides begin here (ECMA-376, ST_SlideId). */
const FIRST_ID = 256;

/** The parts of a presentation besides its slides. */
interface PresentationFrame {
  /** px. */
  width: number;
  height: number;
  masters: readonly { path: string; id: string | undefined }[];
  theme: string | undefined;
  /** @default text in the theme's font and size */
  textStyle?: Element | undefined;
  tableStyles?: Uint8Array | undefined;
}

/** Returns the frame of presentations that have the deck's own theme. */
export function ownFrame({ job }: Presentation): PresentationFrame {
  return {
    ...job.deck.meta.size,
    masters: [{ path: MASTER, id: String(MASTER_ID) }],
    theme: 'ppt/theme/theme1.xml',
  };
}

/** Adds the part that lists the slides and their sections. */
export function addPresentation(presentation: Presentation, frame: PresentationFrame): void {
  const { package: file, scale, slidePaths, shown, job, fonts, notesMaster } = presentation;
  const { meta } = job.deck;
  const { width, height } = frame;
  file.relate('', 'officeDocument', PATH);
  const masters = frame.masters.map(({ path, id }) =>
    xml('p:sldMasterId', { id, 'r:id': file.relate(PATH, 'slideMaster', path) }),
  );
  const slides = shown.map(({ id }, index) =>
    xml('p:sldId', { id: FIRST_ID + index, 'r:id': file.relate(PATH, 'slide', slidePaths.get(id) ?? '') }),
  );
  const notes = file.relate(PATH, 'notesMaster', notesMaster);
  if (frame.theme !== undefined) file.relate(PATH, 'theme', frame.theme);
  addProperties(file, frame.tableStyles);
  const sections = sectionList(shown, { title: meta.title, idOf: (index) => FIRST_ID + index });
  const root = xml(
    'p:presentation',
    { ...NAMESPACES, saveSubsetFonts: 1, rtl: meta.dir === 'rtl' ? 1 : undefined },
    xml('p:sldMasterIdLst', {}, masters),
    xml('p:notesMasterIdLst', {}, xml('p:notesMasterId', { 'r:id': notes })),
    xml('p:sldIdLst', {}, slides),
    xml('p:sldSz', { cx: scale.emu(width), cy: scale.emu(height) }),
    xml('p:notesSz', NOTES_SIZE),
    frame.textStyle ?? defaultTextStyle(meta.lang, fonts.size),
    sections && xml('p:extLst', {}, sections),
  );
  file.add(PATH, root, `${OFFICE}.presentation.main+xml`);
}

/** How text looks in boxes that people add. */
function defaultTextStyle(lang: string, size: number): Element {
  const levels = Array.from({ length: 9 }, (_, level) =>
    xml(
      `a:lvl${level + 1}pPr`,
      { marL: level * 457_200, algn: 'l' },
      xml(
        'a:defRPr',
        { sz: size },
        xml('a:solidFill', {}, xml('a:schemeClr', { val: 'tx1' })),
        xml('a:latin', { typeface: '+mn-lt' }),
        xml('a:ea', { typeface: '+mn-ea' }),
        xml('a:cs', { typeface: '+mn-cs' }),
      ),
    ),
  );
  return xml('p:defaultTextStyle', {}, xml('a:defPPr', {}, xml('a:defRPr', { lang })), levels);
}

/** Adds parts that every presentation of PowerPoint has. */
function addProperties(file: Presentation['package'], tableStyles: Uint8Array | undefined): void {
  const parts = [
    ['presProps', 'presProps', xml('p:presentationPr', NAMESPACES), `${OFFICE}.presProps+xml`],
    ['viewProps', 'viewProps', xml('p:viewPr', NAMESPACES), `${OFFICE}.viewProps+xml`],
    [
      'tableStyles',
      'tableStyles',
      tableStyles ??
        xml('a:tblStyleLst', { 'xmlns:a': NAMESPACES['xmlns:a'], def: '{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}' }),
      `${OFFICE}.tableStyles+xml`,
    ],
  ] as const;
  for (const [name, type, content, contentType] of parts) {
    file.add(`ppt/${name}.xml`, content, contentType);
    file.relate(PATH, type, `ppt/${name}.xml`);
  }
}
