import { CHART_FONT_SIZE } from './size.ts';

/** Widths of letters, as shares of their height, in the wider ones of the themes' fonts. */
const WIDTHS: readonly [letters: RegExp, width: number][] = [
  [/[iljI.,:;'’|!·]/, 0.29],
  [/[\s\u00a0\u202f]/, 0.29],
  [/[frt()[\]/\-–"“”]/, 0.4],
  [/[mwMW%@—]/, 0.9],
  [/\d/, 0.63],
  [/\p{Lu}/u, 0.71],
  [/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{Extended_Pictographic}\uff00-\uffef]/u, 1.02],
  [/\p{M}/u, 0],
];
const OTHERS = 0.58;

interface LetterLook {
  /** px. */
  size?: number;
  bold?: boolean;
}

const known = new Map<string, number>();

function widthOf(letter: string): number {
  const width = known.get(letter) ?? WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? OTHERS;
  known.set(letter, width);
  return width;
}

/** Estimates the width of a line in px. Charts are laid out before their font is known, so that it is rather too wide. */
export function textWidth(text: string, { size = CHART_FONT_SIZE, bold = false }: LetterLook = {}): number {
  let width = 0;
  for (const letter of text) width += widthOf(letter);
  return width * size * (bold ? 1.07 : 1);
}

/** Returns the width of the longest of several lines in px. */
export function widest(lines: Iterable<string>, look?: LetterLook): number {
  let most = 0;
  for (const line of lines) most = Math.max(most, textWidth(line, look));
  return most;
}

/** Breaks a label between words, so that lines are not wider than `width` where that is possible. */
export function wrapLabel(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \t]+/)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
