import type { PdfFile } from './pdf-file.ts';
import { unescapeName } from './links.ts';

/** Lengths in points. */
interface Margins {
  top: number;
  left: number;
}

/**
 * Returns the destinations of a document by id, as far as something links to them. Chromium measures them from the
 * corner inside the margins and writes them as if they were measured from the corner of the page.
 */
export function destinations(pdf: PdfFile, margins: Margins): Map<string, string> {
  const table = /\/Dests (\d+) 0 R/.exec(pdf.read(pdf.root))?.[1];
  const found = new Map<string, string>();
  if (table === undefined) return found;
  const moved: string[] = [];
  for (const [, name = '', page = '', left, top] of pdf.read(Number(table)).matchAll(DESTINATION)) {
    const target = `[${page} /XYZ ${points(Number(left) + margins.left)} ${points(Number(top) - margins.top)} 0]`;
    found.set(unescapeName(name), target);
    moved.push(`/${name} ${target}`);
  }
  pdf.write(Number(table), `<<${moved.join('\n')}>>`);
  return found;
}

/** Name, page, and where on it (ISO 32000-1, 12.3.2.2). */
const DESTINATION = /\/(\S+) \[(\d+ 0 R) \/XYZ (\S+) (\S+) \S+\]/g;

function points(length: number): string {
  return String(Math.round(length * 100) / 100);
}
