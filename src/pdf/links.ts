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
