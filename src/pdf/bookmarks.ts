import type { PdfFile } from './pdf-file.ts';
import { pdfText } from './pdf-text.ts';

export interface Bookmark {
  title: string;
  /** Source of a destination (ISO 32000-1, 12.3.2), such as `[3 0 R /Fit]`. */
  target: string;
  children: Bookmark[];
}

/** Writes the document outline (ISO 32000-1, 12.3.3), all open, and returns its object number. */
export function writeBookmarks(pdf: PdfFile, bookmarks: Bookmark[]): number {
  const root = pdf.reserve();
  const level = writeLevel(bookmarks, root);
  pdf.write(root, `<</Type /Outlines${level}>>`);
  return root;

  function writeLevel(items: Bookmark[], parent: number): string {
    const ids = items.map(() => pdf.reserve());
    items.forEach(({ title, target, children }, index) => {
      const id = ids[index] ?? 0;
      const [previous, next] = [ids[index - 1], ids[index + 1]];
      const links = [
        `/Title ${pdfText(title)}`,
        `/Parent ${parent} 0 R`,
        previous === undefined ? '' : `/Prev ${previous} 0 R`,
        next === undefined ? '' : `/Next ${next} 0 R`,
        `/Dest ${target}`,
      ].filter(Boolean);
      const below = children.length > 0 ? writeLevel(children, id) : '';
      pdf.write(id, `<<${links.join('\n')}${below}>>`);
    });
    const [first, last] = [ids[0], ids.at(-1)];
    if (first === undefined || last === undefined) return '';
    return `\n/First ${first} 0 R\n/Last ${last} 0 R\n/Count ${countAll(items)}`;
  }
}

function countAll(items: Bookmark[]): number {
  return items.reduce((sum, { children }) => sum + 1 + countAll(children), 0);
}
