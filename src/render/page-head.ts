import { MARGINS } from './handout-grid.ts';

/** The header of a page: title at the start; author and date at the end. */
export interface PageHead {
  title: string;
  byline: string;
  /** Shares of the line in percent. */
  widths: [title: number, byline: number];
}

/** Height of letters in points and mm. */
export const HEAD_SIZE = 8.5;
const EM = (HEAD_SIZE * 25.4) / 72;
/** Lines that the upper margin has room for. */
const LINES = 3;
/** Share of its lines that a text fills at most: where lines break is not known here. */
const FILLED = 0.85;
/** Between the two, in mm. */
export const HEAD_GAP = 6;
const USUAL: [number, number] = [55, 45];

interface HeadParts {
  title: string;
  authors: string;
  date: string;
  dir: 'ltr' | 'rtl';
}

/**
 * Shares the line above a page between title and byline. Browsers neither clip nor shorten what is in the margin, so
 * texts that are too long for one line wrap, and those too long for all lines end in an ellipsis.
 *
 * @param paperWidth - in mm.
 */
export function pageHead({ title, authors, date, dir }: HeadParts, paperWidth: number): PageHead {
  const line = (paperWidth - 2 * MARGINS.side - HEAD_GAP) / EM;
  const [first, second] = [widthOf(title), widthOf(`${authors} · ${date}`)];
  const fits = first <= (line * USUAL[0]) / 100 && second <= (line * USUAL[1]) / 100;
  const share = Math.round(Math.min(Math.max(first / (first + second), 0.35), 0.7) * 100);
  const widths: PageHead['widths'] = fits ? USUAL : authors || date ? [share, 100 - share] : [100, 0];
  const [titleLine = 0, bylineLine = 0] = widths.map((part) => (line * part) / 100);
  const room = bylineLine * LINES * FILLED - widthOf(` · ${date}`);
  // A name in Latin letters would take the date's numbers to its side.
  const isolated = (part: string): string => (dir === 'rtl' ? `\u2068${part}\u2069` : part);
  const byline = [breakable(shortened(authors, room), bylineLine), date].filter(Boolean).map(isolated).join(' · ');
  return { title: breakable(shortened(title, titleLine * LINES * FILLED), titleLine), byline, widths };
}

/** Browsers break words in the margin where they may, and nowhere else. */
function breakable(text: string, width: number): string {
  return text
    .split(' ')
    .map((word) => (widthOf(word) > width * FILLED ? segments(word).join(ANYWHERE) : word))
    .join(' ');
}

/** A zero-width space. */
const ANYWHERE = '\u200B';

/** Cuts after a word, where there is one. */
function shortened(text: string, room: number): string {
  if (widthOf(text) <= room) return text;
  let kept = '';
  let width = widthOf('…');
  for (const segment of segments(text)) {
    width += widthOf(segment);
    if (width > room) break;
    kept += segment;
  }
  const words = kept.replace(/[\s,·–—-]+\S*$/u, '');
  return `${words.length > kept.length / 2 ? words : kept}…`;
}

function segments(text: string): string[] {
  return [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
}

/** Estimates the width of a text in em, as an upper bound for most fonts. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) {
    if (/\p{Mark}|\p{Cf}/u.test(letter)) continue;
    if (WIDE.test(letter)) width += 1.05;
    else if (/[mwMW@%—…]/.test(letter)) width += 0.95;
    else if (/[\p{Lu}\p{N}]/u.test(letter)) width += 0.72;
    else if (/[\s.,:;'’!|iljIftr()]/.test(letter)) width += 0.36;
    else width += 0.6;
  }
  return width;
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303F\uFF00-\uFF60]/u;
