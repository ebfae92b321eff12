import { stripVTControlCharacters } from 'node:util';
import { wideLetters } from '../model/wide-letters.ts';

/** Codes of styles, and those that end them. */
const STYLES = {
  bold: [1, 22],
  dim: [2, 22],
  italic: [3, 23],
  underline: [4, 24],
  cyan: [36, 39],
  yellow: [33, 39],
} as const;

export type TextStyle = keyof typeof STYLES;

/** Gives every word of a text a style, so that it can be wrapped between words. */
export function styled(text: string, style: TextStyle): string {
  const [on, off] = STYLES[style];
  return text.replaceAll(/[^ \n]+/g, (word) => `\u001B[${on}m${word}\u001B[${off}m`);
}

/** Counts the cells of a terminal that a line takes. */
export function widthOf(line: string): number {
  const text = stripVTControlCharacters(line);
  return [...text].length + wideLetters(text).length;
}

/** Fills a line with blanks. */
export function padTo(line: string, width: number): string {
  return line + ' '.repeat(Math.max(0, width - widthOf(line)));
}

/** Breaks a text between words into lines of a width. Words that are longer stay whole, unless `hard` is set. */
export function wrapText(text: string, width: number, { hard = false }: { hard?: boolean } = {}): string[] {
  const lines: string[] = [];
  for (const part of text.trimEnd().split('\n')) {
    let line = '';
    for (const word of part.split(/ +/).flatMap((word) => (hard ? pieces(word, width) : [word]))) {
      if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines.map(withoutGaps);
}

const GAPS = Object.values(STYLES).map(([on, off]) => `\u001B[${off}m \u001B[${on}m`);

/** Lets a style go on between its words. */
function withoutGaps(line: string): string {
  let joined = line;
  for (const gap of [...GAPS, ...GAPS]) joined = joined.replaceAll(gap, ' ');
  return joined;
}

/** Cuts a word that is longer than a line, behind a sign where it has one. */
function pieces(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const [, start = '', text = '', end = ''] = /^((?:\u001B\[\d+m)*)([\s\S]*?)((?:\u001B\[\d+m)*)$/.exec(word) ?? []; // oxlint-disable-line no-control-regex
  const letters = [...stripVTControlCharacters(text)];
  const cut: string[] = [];
  while (letters.length > 0) {
    const most = Math.min(width, letters.length);
    const sign = letters.slice(0, most).findLastIndex((letter) => /[-/,.=|:_]/.test(letter));
    const length = letters.length <= width || sign < width / 3 ? most : sign + 1;
    cut.push(`${start}${letters.splice(0, length).join('')}${end}`);
  }
  return cut;
}
