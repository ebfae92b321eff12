import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { isCode, isProse } from './compose-sides.ts';
import { pair } from './layouts.ts';
import { isWords, lettersOf } from './statement.ts';

/** Lines of code that are beside words, and that are so below a sentence. */
const [FEWEST_LINES, MOST_LINES, MOST_BELOW] = [6, 20, 13];
/** Letters of the longest line that has room in a half, in more than that, and in two thirds of a slide. */
const [SHORT_LINE, CODE_LINE, WIDE_LINE] = [42, 48, 60];
/** Lines from which on code leaves no room for words below it, and a sentence is beside it, too. */
const MANY_LINES = 9;
/** Letters of words beside code: a few lines of it, many, and such that leave a third; and of a sentence above all. */
const [WORDS, WORDS_BY_MANY, WORDS_BY_WIDE, SENTENCE] = [220, 300, 190, 110];
/** Letters of a word that has room in a third. */
const LONG_WORD = 18;
/** Letters that a tab takes. */
const TAB = '  ';

/**
 * Puts some words beside the narrow code before or behind them; a sentence before code and what follows it is above both.
 * Nothing for anything else.
 *
 * @param breadth - width by height of the slide as a share of 16:9.
 */
export function codeBeside(rest: readonly Element[], breadth: number): Element[] {
  const [intro, ...more] = rest;
  const sides = besideEachOther(rest, breadth, MOST_LINES);
  if (sides) return [sides];
  if (!intro || !isWords(intro) || lettersOf(toString(intro)) > SENTENCE || !more[0] || !isCode(more[0])) return [];
  const below = besideEachOther(more, breadth, MOST_BELOW);
  return below ? [intro, below] : [];
}

/** Lines of code up to which a sentence beside it is as large as its letters, and from which on it leaves it the room. */
const [FEW, SEVERAL] = [4, 10];

/** Tells whether a slide is about code, before or behind which is a sentence. */
export function isCodeWithLine(rest: readonly Element[]): boolean {
  const code = rest.find(isCode);
  const [line, ...more] = rest.filter((node) => node !== code);
  if (!code || !line || more.length > 0 || !isWords(line) || lettersOf(toString(line)) > SENTENCE) return false;
  const { length } = linesOf(code);
  return length <= FEW || length >= SEVERAL;
}

function besideEachOther(rest: readonly Element[], breadth: number, most: number): Element | undefined {
  const place = rest.findIndex(isCode);
  const code = rest[place];
  const words = rest.filter((node) => node !== code);
  if (!code || words.length === 0 || !words.every(isProse) || (place !== 0 && place !== rest.length - 1))
    return undefined;
  const lines = linesOf(code);
  const letters = words.reduce((sum, node) => sum + lettersOf(toString(node)), 0);
  const longest = Math.max(...lines.map(({ length }) => length)) / breadth;
  if (lines.length < FEWEST_LINES || lines.length > most || letters > roomFor(lines.length, longest)) return undefined;
  if (words.length === 1 && words[0]?.tagName === 'p' && letters <= SENTENCE && lines.length <= MANY_LINES)
    return undefined;
  const isWide = longest > SHORT_LINE;
  if (longest > CODE_LINE && words.some(hasLongWord)) return undefined;
  const sides = place === 0 ? pair([code], words) : pair(words, [code]);
  if (isWide) sides.properties['dataCode'] = longest > CODE_LINE ? 'widest' : 'wide';
  if (longest > CODE_LINE) sides.properties['style'] = `--code-columns:${Math.round(longest * breadth)}`;
  return sides;
}

/** Returns how many letters of words have room beside code. */
function roomFor(lines: number, longest: number): number {
  if (longest > WIDE_LINE) return 0;
  // Code of a few long lines has more room with the words below it.
  if (longest > CODE_LINE) return lines >= MANY_LINES ? WORDS_BY_WIDE : 0;
  return lines >= MANY_LINES && longest <= SHORT_LINE ? WORDS_BY_MANY : WORDS;
}

function hasLongWord(node: Element): boolean {
  return toString(node)
    .split(/[\s\u00ad\u200b-]+/)
    .some(({ length }) => length > LONG_WORD);
}

/** Returns the lines of code, without its title. */
function linesOf(code: Element): string[] {
  const pre = code.children.find((child) => child.type === 'element' && child.tagName === 'pre') ?? code;
  return toString(pre).trimEnd().replaceAll('\t', TAB).split('\n');
}
