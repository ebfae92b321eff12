import type { PdfFile } from './pdf-file.ts';

/**
 * Turns round what ligatures of scripts from right to left mean. A line of these scripts stands in the file from left to
 * right, glyph by glyph; readers turn it round letter by letter, and so would have the letters of a ligature in the wrong
 * order: Chromium writes them as they are spoken.
 *
 * @param fonts - object numbers of fonts.
 */
export function turnLigatures(pdf: PdfFile, fonts: Iterable<number>): void {
  for (const font of fonts) {
    const id = Number(/\/ToUnicode (\d+) 0 R/.exec(pdf.dictionary(font))?.[1] ?? 0);
    if (id === 0) continue;
    const map = pdf.streamText(id);
    const turned = map.replaceAll(LIGATURE, (entry, code: string, meaning: string) => {
      const letters = [...fromHex(meaning)];
      return letters.every((letter) => RIGHT_TO_LEFT.test(letter))
        ? `${code} <${toHex(letters.toReversed().join(''))}>`
        : entry;
    });
    if (turned !== map) pdf.writeStream(id, turned);
  }
}

/** An entry of a character map that gives a glyph several letters (ISO 32000-1, 9.10.3). */
const LIGATURE = /^(<[0-9A-F]+>) <((?:[0-9A-F]{4}){2,})>$/gm;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Mn}]/u;

function fromHex(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

function toHex(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();
}
