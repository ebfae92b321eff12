import { annotationsOf } from './links.ts';
import { dictionaryEntries } from './pdf-dictionary.ts';
import type { PdfFile } from './pdf-file.ts';

/** The pages of one side of a sheet, from left to right; `undefined` for an empty one. */
export type SheetSide = readonly [left: number | undefined, right: number | undefined];

/**
 * Returns which pages are together on the sides of sheets that are put into each other and folded in the middle.
 *
 * @param dir - from right to left, booklets open on the other side.
 */
export function bookletSides(pages: number, dir: 'ltr' | 'rtl'): SheetSide[] {
  const all = Math.ceil(pages / 4) * 4;
  const at = (page: number): number | undefined => (page < pages ? page : undefined);
  return Array.from({ length: all / 2 }, (_, side): SheetSide => {
    const [first, last] = [at(side), at(all - 1 - side)];
    return (side % 2 === 0) === (dir === 'ltr') ? [last, first] : [first, last];
  });
}

/** Where a page is on the sheets. */
interface PlacedPage {
  /** Object numbers: of the sheet's side, and of the form that the page has become. */
  side: number;
  form: number;
  /** In points. */
  left: number;
}

/**
 * Puts pages side by side on sheets, each page a form (ISO 32000-1, 8.10). Structure and bookmarks keep the order of
 * the pages; links lead to where their targets are now.
 */
export function foldPages(pdf: PdfFile, dir: 'ltr' | 'rtl'): void {
  const pages = pdf.pages();
  const [width = 0, height = 0] = mediaBox(pdf.read(pages[0] ?? 0));
  const placed = new Map<number, PlacedPage>();
  const objects = pdf.objects();
  const root = pageRoot(pdf);
  const sides = bookletSides(pages.length, dir).map((side) => {
    const id = pdf.reserve();
    for (const [place, index] of side.entries()) {
      const page = index === undefined ? undefined : pages[index];
      if (page !== undefined) placed.set(page, { side: id, form: makeForm(pdf, page), left: place * width });
    }
    return id;
  });
  for (const side of sides) {
    const shown = [...placed].filter(([, place]) => place.side === side);
    const drawn = shown.map(([, { form, left }]) => `q\n1 0 0 1 ${left} 0 cm\n/X${form} Do\nQ`).join('\n');
    const annotations = shown.flatMap(([page, { left }]) => moveAnnotations(pdf, page, left));
    const entries = [
      `/Resources <</XObject <<${shown.map(([, { form }]) => `/X${form} ${form} 0 R`).join('\n')}>>>>`,
      `/MediaBox [0 0 ${2 * width} ${height}]`,
      ...(annotations.length > 0 ? [`/Annots [${annotations.map((each) => `${each} 0 R`).join(' ')}]`] : []),
      `/Contents ${pdf.addStream('', Buffer.from(drawn))} 0 R`,
      `/Tabs /S\n/Parent ${root} 0 R`,
    ];
    pdf.write(side, `<</Type /Page\n${entries.join('\n')}>>`);
  }
  pdf.write(root, `<</Type /Pages\n/Count ${sides.length}\n/Kids [${sides.map((id) => `${id} 0 R`).join(' ')}]>>`);
  for (const id of objects) moveReferences(pdf, id, placed);
  for (const page of pages) pdf.write(page, 'null');
}

function pageRoot(pdf: PdfFile): number {
  return Number(/\/Pages (\d+) 0 R/.exec(pdf.read(pdf.root))?.[1]);
}

/** Width and height of a page. */
function mediaBox(page: string): number[] {
  return (/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page) ?? []).slice(1).map(Number);
}

/** Makes a form of what a page draws; its marked content is found by the form from now on. */
function makeForm(pdf: PdfFile, page: number): number {
  const entries = dictionaryEntries(pdf.read(page));
  const form = Number.parseInt(entries.get('Contents') ?? '0', 10);
  const parents = entries.get('StructParents');
  const own = [
    '/Type /XObject\n/Subtype /Form',
    `/BBox ${entries.get('MediaBox')}`,
    `/Resources ${entries.get('Resources')}`,
    ...(parents === undefined ? [] : [`/StructParents ${parents}`]),
  ];
  pdf.writeDictionary(form, pdf.dictionary(form).replace('<<', `<<${own.join('\n')}\n`));
  return form;
}

/** @returns the object numbers of a page's annotations. */
function moveAnnotations(pdf: PdfFile, page: number, left: number): number[] {
  const annotations = annotationsOf(pdf.read(page));
  for (const id of annotations) {
    const moved = pdf.read(id).replace(/\/(Rect|QuadPoints) \[([^\]]*)\]/g, (_, name: string, numbers: string) => {
      const places = numbers
        .trim()
        .split(/\s+/)
        .map((number, at) => (at % 2 === 0 ? Number(number) + left : number));
      return `/${name} [${places.join(' ')}]`;
    });
    pdf.write(id, moved);
  }
  return annotations;
}

/** Lets an element of the structure, and the targets of links and bookmarks, name sheets instead of pages. */
function moveReferences(pdf: PdfFile, id: number, placed: ReadonlyMap<number, PlacedPage>): void {
  if (pdf.isStream(id)) return;
  const source = pdf.read(id);
  const named = source.startsWith('<</Type /StructElem') ? withForms(source, placed) : source;
  const moved = named
    .replaceAll(/\/Pg (\d+) 0 R/g, (whole, page: string) => {
      const place = placed.get(Number(page));
      return place ? `/Pg ${place.side} 0 R` : whole;
    })
    .replaceAll(/\[(\d+) 0 R \/XYZ (\S+)/g, (whole, page: string, x: string) => {
      const place = placed.get(Number(page));
      return place ? `[${place.side} 0 R /XYZ ${Number(x) + place.left}` : whole;
    });
  if (moved !== source) pdf.write(id, moved);
}

/** Names the form of each marked content that was a page's own. */
function withForms(element: string, placed: ReadonlyMap<number, PlacedPage>): string {
  const entries = dictionaryEntries(element);
  const kids = entries.get('K');
  const page = entries.get('Pg') ?? '';
  if (kids === undefined) return element;
  const named = kids.replaceAll(KID, (kid) => {
    if (kid.endsWith('R') || kid.includes('/OBJR') || kid.includes('/Stm')) return kid;
    const own = /\/Pg (\d+ 0 R)/.exec(kid)?.[1] ?? page;
    const form = placed.get(Number.parseInt(own, 10))?.form;
    const mcid = /\/MCID (\d+)/.exec(kid)?.[1] ?? kid;
    return form === undefined ? kid : `<</Type /MCR\n/Pg ${own}\n/Stm ${form} 0 R\n/MCID ${mcid}>>`;
  });
  entries.set('K', named);
  return `<<${[...entries].map(([name, value]) => `/${name} ${value}`).join('\n')}>>`;
}

const KID = /<<[^<>]*>>|\d+ 0 R|\d+/g;
