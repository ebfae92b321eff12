import type { PdfFile } from './pdf-file.ts';
import { pdfText } from './pdf-text.ts';
import { structureRoot } from './structure-tree.ts';

export interface PageNote {
  /** Index of the page. */
  page: number;
  text: string;
  /** Author of the note. */
  author: string;
}

/** Side of the icon, in points. */
const ICON = 20;

/**
 * Puts notes on pages that readers show on a click (ISO 32000-1, 12.5.6.4), each in the document's structure as well,
 * for screen readers.
 */
export function addNotes(pdf: PdfFile, notes: readonly PageNote[]): void {
  const pages = pdf.pages();
  const root = structureRoot(pdf);
  const document = root === undefined ? undefined : numberOf(pdf.read(root), /\/K (\d+) 0 R/);
  const tree = root === undefined ? undefined : numberOf(pdf.read(root), /\/ParentTree (\d+) 0 R/);
  let next = root === undefined ? 0 : (numberOf(pdf.read(root), /\/ParentTreeNextKey (\d+)/) ?? 0);
  const elements: number[] = [];
  const parents: string[] = [];
  for (const { page, text, author } of notes) {
    const on = pages[page];
    if (on === undefined) continue;
    const [, right = 0, top = 0] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.read(on))?.map(Number) ?? [];
    const annotation = pdf.reserve();
    const element = pdf.add(
      `<</Type /StructElem\n/S /Annot\n/P ${document} 0 R\n/Alt ${pdfText(text)}\n/K <</Type /OBJR\n/Obj ${annotation} 0 R\n/Pg ${on} 0 R>>>>`,
    );
    elements.push(element);
    parents.push(`${next} ${element} 0 R`);
    const rectangle = [right - ICON - 6, top - ICON - 6, right - 6, top - 6].join(' ');
    pdf.write(
      annotation,
      `<</Type /Annot\n/Subtype /Text\n/Name /Comment\n/F 4\n/Rect [${rectangle}]\n/C [1 .85 .3]\n/T ${pdfText(author)}\n/Contents ${pdfText(text)}\n/P ${on} 0 R\n/StructParent ${next}>>`,
    );
    next += 1;
    addAnnotation(pdf, on, annotation);
  }
  if (root === undefined || document === undefined || tree === undefined || elements.length === 0) return;
  const references = elements.map((id) => `${id} 0 R`).join(' ');
  pdf.write(
    document,
    pdf.read(document).replace(/\/K (\[[^\]]*\]|\d+ 0 R)/, (_, kids: string) => {
      return `/K [${kids.replace(/^\[|\]$/g, '')} ${references}]`;
    }),
  );
  pdf.write(tree, pdf.read(tree).replace(/\]\s*>>\s*$/, ` ${parents.join(' ')}]>>`));
  pdf.write(root, pdf.read(root).replace(/\/ParentTreeNextKey \d+/, `/ParentTreeNextKey ${next}`));
}

function addAnnotation(pdf: PdfFile, page: number, annotation: number): void {
  const source = pdf.read(page);
  if (!source.includes('/Annots [')) pdf.extend(page, { Annots: `[${annotation} 0 R]` });
  else pdf.write(page, source.replace('/Annots [', `/Annots [${annotation} 0 R `));
}

function numberOf(source: string, pattern: RegExp): number | undefined {
  const found = pattern.exec(source)?.[1];
  return found === undefined ? undefined : Number(found);
}
