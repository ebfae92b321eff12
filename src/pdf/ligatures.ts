import type { PdfFile } from './pdf-file.ts';
import { inFileOrder, isForm } from './right-to-left.ts';

/**
 * Turns round what ligatures of scripts from right to left mean. A line of these scripts is in the file from left to
 * right, glyph by glyph; readers turn it round letter by letter, and so would have the letters of a ligature in the wrong
 * order: Chromium writes them as they are spoken. Fonts that give forms of letters characters of their own, as many fonts
 * of systems do, get the letters instead.
 *
 * @param fonts - object numbers of fonts.
 * @returns whether any of the fonts has letters of such a script.
 */
export function turnLigatures(pdf: PdfFile, fonts: Iterable<number>): boolean {
  let any = false;
  for (const font of fonts) {
    const id = Number(/\/ToUnicode (\d+) 0 R/.exec(pdf.dictionary(font))?.[1] ?? 0);
    if (id === 0) continue;
    const map = pdf.streamText(id);
    const turned = map
      .replaceAll(RANGES, (section, ranges: string) => glyphByGlyph(ranges) ?? section)
      .replaceAll(ENTRY, (entry, code: string, meaning: string) => {
        const letters = inFileOrder(meaning);
        any ||= letters !== undefined;
        return letters === undefined ? entry : `${code} <${letters}>`;
      });
    if (turned !== map) pdf.writeStream(id, turned);
  }
  return any;
}

/** An entry of a character map that gives a glyph its letters (ISO 32000-1, 9.10.3). */
const ENTRY = /^(<[0-9A-F]+>) <((?:[0-9A-F]{4})+)>$/gm;
/** A section whose entries give several glyphs in a row letters in a row. */
const RANGES = /^\d+ beginbfrange\n((?:<[0-9A-F]+> <[0-9A-F]+> <[0-9A-F]{4}>\n)+)endbfrange$/gm;
const RANGE = /<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>\n/g;
/** The most entries that a section can have. */
const MOST = 100;

/** The same with an entry for each glyph; `undefined` where none of them has the form of a letter. */
function glyphByGlyph(ranges: string): string | undefined {
  const entries = [...ranges.matchAll(RANGE)].flatMap(([, first = '', last = '', letter = '']) => {
    const [from, to, point] = [first, last, letter].map((hex) => Number.parseInt(hex, 16)) as [number, number, number];
    const hex = (number: number, { length }: string): string => number.toString(16).toUpperCase().padStart(length, '0');
    return Array.from({ length: to - from + 1 }, (_, at) => ({
      letter: String.fromCharCode(point + at),
      line: `<${hex(from + at, first)}> <${hex(point + at, letter)}>\n`,
    }));
  });
  if (!entries.some(({ letter }) => isForm(letter))) return undefined;
  const sections: string[] = [];
  for (let at = 0; at < entries.length; at += MOST) {
    const some = entries.slice(at, at + MOST);
    sections.push(`${some.length} beginbfchar\n${some.map(({ line }) => line).join('')}endbfchar`);
  }
  return sections.join('\n');
}
