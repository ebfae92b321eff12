import type { PdfFile } from './pdf-file.ts';
import { pdfText } from './pdf-text.ts';

/** Kinds of structure elements that PDF 1.7 does not know, and what they are there (ISO 32000-1, 14.8.4). */
const ROLES = '<</Em /Span\n/Strong /Span\n/Title /H1\n/Aside /Div\n/Sub /Span\n/FENote /Note>>';

/**
 * Says what Chromium leaves unsaid of a document's structure, as a PDF for everyone needs it (ISO 14289-1): what links
 * are about (7.18.5), which part of a list's item is its text (7.6), and that a figure of which nothing is told (7.3) is
 * the place of one that is.
 *
 * @param titles - what slides are called, by their ids.
 */
export function completeStructure(pdf: PdfFile, titles: ReadonlyMap<string, string>): void {
  const root = structureRoot(pdf);
  if (root !== undefined) pdf.extend(root, { RoleMap: ROLES });
  const cells: number[] = [];
  for (const [id, source] of pdf.objects()) {
    if (source.includes('(node')) cells.push(id);
    if (source.includes('/Subtype /Link')) nameLink(pdf, id, { source, titles });
    else if (source.includes('/S /LI\n')) addItemBody(pdf, id, source);
    else if (source.includes('/S /Figure\n') && !source.includes('/Alt ')) {
      pdf.write(id, source.replace('/S /Figure\n', '/S /Div\n'));
    }
  }
  numberCells(pdf, cells);
}

function nameLink(
  pdf: PdfFile,
  id: number,
  { source, titles }: { source: string; titles: ReadonlyMap<string, string> },
): void {
  const target = /\/Dest \/([^\s/<>[\]()]+)/.exec(source)?.[1];
  const address = /\/URI (\((?:\\[\s\S]|[^\\)])*\)|<[^>]*>)/.exec(source)?.[1];
  const name = target === undefined ? address : pdfText(titles.get(unescapeName(target)) || unescapeName(target));
  if (name && !source.includes('/Contents')) pdf.extend(id, { Contents: name });
}

/** What stands in an item beside its label becomes its body. */
function addItemBody(pdf: PdfFile, item: number, source: string): void {
  const [whole, kids = ''] = /\/K (\[[\s\S]*?\](?=\s*(?:\/|>>))|\d+ 0 R)/.exec(source) ?? [];
  // Content without an element of its own is found by its page, and stays.
  if (whole === undefined || kids.includes('<<') || /(?:^|\s)\d+(?!\d| 0 R)/.test(kids.replace(/\d+ 0 R/g, ''))) return;
  const all = [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id));
  const isLabel = (id: number): boolean => pdf.read(id).includes('/S /Lbl\n');
  const [labels, rest] = [all.filter(isLabel), all.filter((id) => !isLabel(id))];
  if (rest.length === 0) return;
  const body = pdf.add(`<</Type /StructElem\n/S /LBody\n/P ${item} 0 R\n/K [${references(rest)}]>>`);
  for (const id of rest) pdf.write(id, pdf.read(id).replace(`/P ${item} 0 R`, `/P ${body} 0 R`));
  pdf.write(item, source.replace(whole, `/K [${references([...labels, body])}]`));
}

function references(ids: readonly number[]): string {
  return ids.map((id) => `${id} 0 R`).join(' ');
}

/** The id that a name in a PDF stands for (ISO 32000-1, 7.3.5); Chromium writes it as it stands in an address. */
export function unescapeName(name: string): string {
  const bytes = name.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const id = Buffer.from(bytes, 'latin1').toString('utf8');
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

export function structureRoot(pdf: PdfFile): number | undefined {
  const found = /\/StructTreeRoot (\d+) 0 R/.exec(pdf.read(pdf.root))?.[1];
  return found === undefined ? undefined : Number(found);
}

/**
 * The browser counts table cells as long as it lives, and calls them `node00001234`; here they begin at nought. Names
 * keep their length and order, so the trees they are sorted in hold.
 */
function numberCells(pdf: PdfFile, ids: readonly number[]): void {
  const numbers = ids.flatMap((id) => pdf.read(id).match(/\(node\d{8}\)/g) ?? []);
  const ranks = new Map([...new Set(numbers)].toSorted().map((number, rank) => [number, rank]));
  const rank = (number: string): string => `(node${String(ranks.get(number)).padStart(8, '0')})`;
  for (const id of ids) pdf.write(id, pdf.read(id).replace(/\(node\d{8}\)/g, rank));
}
