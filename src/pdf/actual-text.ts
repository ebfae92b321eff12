import { drawnObjects } from './artifacts.ts';
import type { PdfFile } from './pdf-file.ts';
import { inFileOrder } from './right-to-left.ts';

/**
 * Turns round the text that Chromium writes beside glyphs whose font does not say the same (ISO 32000-1, 14.9.4), where
 * it is from right to left: readers put it among the glyphs of a line and turn the line round letter by letter.
 */
export function turnActualTexts(pdf: PdfFile): void {
  const seen = new Set<number>();
  const turn = (id: number, resources: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const form of formsOf(pdf, resources)) turn(form, pdf.dictionary(form));
    const text = pdf.streamText(id);
    const turned = text.replaceAll(ACTUAL_TEXT, (span, start: string, hex: string) => {
      const letters = inFileOrder(hex);
      return letters === undefined ? span : `${start}${letters}`;
    });
    if (turned !== text) pdf.writeStream(id, turned);
  };
  for (const page of pdf.pages()) {
    const source = pdf.read(page);
    const contents = /\/Contents (\d+) 0 R/.exec(source)?.[1];
    if (contents !== undefined) turn(Number(contents), source);
  }
}

/** Several letters, as Chromium writes them. */
const ACTUAL_TEXT = /(\/ActualText <FEFF)((?:[0-9A-F]{4}){2,})(?=>)/g;

function formsOf(pdf: PdfFile, resources: string): number[] {
  const ids = drawnObjects(resources).map(([, id]) => id);
  return ids.filter((id) => pdf.dictionary(id).includes('/Subtype /Form'));
}
