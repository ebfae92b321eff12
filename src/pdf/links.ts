import type { PdfFile } from './pdf-file.ts';
import { pdfText } from './pdf-text.ts';

/**
 * Says what links are about (ISO 14289-1, 7.18.5).
 *
 * @param titles - what slides are called, by their ids.
 */
export function nameLinks(pdf: PdfFile, titles: ReadonlyMap<string, string>): void {
  for (const id of pdf.pages().flatMap((page) => annotationsOf(pdf.read(page)))) {
    const source = pdf.read(id);
    if (!source.includes('/Subtype /Link') || source.includes('/Contents')) continue;
    const target = /\/Dest \/([^\s/<>[\]()]+)/.exec(source)?.[1];
    const address = /\/URI (\((?:\\[\s\S]|[^\\)])*\)|<[^>]*>)/.exec(source)?.[1];
    const name = target === undefined ? address : pdfText(titles.get(unescapeName(target)) || unescapeName(target));
    // `#` alone leads nowhere in particular.
    pdf.extend(id, { Contents: name ?? pdfText('#') });
  }
}

/** Names in a PDF have no more bytes (ISO 32000-1, annex C). */
const LONGEST_NAME = 127;

/** Gives short names to the targets of links whose ids are longer than names can be. */
export function shortenNames(pdf: PdfFile): void {
  const table = Number(/\/Dests (\d+) 0 R/.exec(pdf.read(pdf.root))?.[1] ?? 0);
  if (table === 0) return;
  const targets = pdf.read(table);
  const long = [...targets.matchAll(/\/(\S+) \[/g)].flatMap(([, name = '']) =>
    bytesOf(name) > LONGEST_NAME ? [name] : [],
  );
  if (long.length === 0) return;
  const short = new Map(long.map((name, index) => [name, `long-name-${index + 1}`]));
  const shortened = (source: string, name: RegExp): string =>
    source.replaceAll(name, (whole, own: string) => whole.replace(own, () => short.get(own) ?? own));
  pdf.write(table, shortened(targets, /\/(\S+) \[/g));
  for (const id of pdf.pages().flatMap((page) => annotationsOf(pdf.read(page)))) {
    const source = pdf.read(id);
    if (source.includes('/Dest ')) pdf.write(id, shortened(source, /\/Dest \/([^\s/<>[\]()]+)/g));
  }
}

/** Returns the bytes of a name, in which `#` begins two digits of one. */
function bytesOf(name: string): number {
  return name.replaceAll(/#[0-9a-f]{2}/gi, '#').length;
}

/** Returns the object numbers of a page's annotations. */
export function annotationsOf(page: string): number[] {
  const inside = /\/Annots \[([^\]]*)\]/.exec(page)?.[1] ?? '';
  return [...inside.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id));
}

/** Decodes a name in a PDF into an id (ISO 32000-1, 7.3.5); Chromium writes it as it is in addresses. */
export function unescapeName(name: string): string {
  const bytes = name.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const id = Buffer.from(bytes, 'latin1').toString('utf8');
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
