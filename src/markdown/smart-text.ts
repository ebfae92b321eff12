import { quotationStyle, type QuotationStyle } from '../model/quotation-styles.ts';

/** Placeholder of content in a line that is not text, such as code or a formula. */
export const OBJECT = '\ufffc';
/** Stands for a formula of one letter. */
export const SYMBOL = '\ufff9';

/** The replacement of a part of a text. */
export interface Edit {
  at: number;
  length: number;
  value: string;
}

/** Dashes, dots and blanks that a language writes otherwise than a keyboard does. */
const DASHES = /(?<!-)-{2,3}(?!-)/g;
const DOTS = /(?<![./\\])\.\.\.(?![\w./\\])/g;
const WORD = /[\p{L}\p{N}\ufffc\ufff9]/u;
const DIGIT = /[\p{N}\ufffc\ufff9]/u;
/** Words that begin with an apostrophe. */
const ELISIONS: ReadonlyMap<string, RegExp> = new Map([
  ['en', /^(?:tis|twas|twere|twill|em|n|cause|til|till|bout|round|neath|kay|cos)(?![\p{L}\p{N}])/iu],
  ['nl', /^(?:[snkmtr]|ns)(?![\p{L}\p{N}])/iu],
  ['de', /^(?:s|n|ne|nen|nem|ner|raus|rein|rauf|runter)(?![\p{L}\p{N}])/iu],
]);

/**
 * The source of the wish for typography: the author, the language of the deck, or neither, so that only numbers keep
 * their units.
 */
export type Wanted = 'asked' | 'language' | 'units';

/**
 * Finds what typography writes otherwise in the text of a block: quotes, apostrophes, dashes, dots and blanks.
 *
 * @param wanted - asked for, dashes and dots change in languages whose quotes are not known as well.
 */
export function smartEdits(text: string, lang: string, wanted: Wanted): Edit[] {
  if (wanted === 'units') return unitBlanks(text);
  const asked = wanted === 'asked';
  const style = quotationStyle(lang);
  if ((!style && !asked) || text.trim() === '...') return [];
  const edits = [
    ...dashEdits(text),
    ...[...text.matchAll(DOTS)].map(({ index }) => ({ at: index, length: 3, value: '…' })),
  ];
  if (style && /["']/.test(text)) edits.push(...quoteEdits(text, style, lang));
  if (/^fr\b/i.test(lang)) edits.push(...frenchBlanks(text));
  edits.push(...unitBlanks(text));
  return edits;
}

/** An en dash between figures and names, and between words with blanks around it; `--flag` stays. */
function dashEdits(text: string): Edit[] {
  return [...text.matchAll(DASHES)].flatMap(({ 0: { length }, index }): Edit[] => {
    const [before = '', after = ''] = [text[index - 1], text[index + length]];
    const edit = { at: index, length, value: length === 3 ? '—' : '–' };
    const isSpaced = /\s/.test(before) && /\s/.test(after) && text.slice(0, index).trim() !== '';
    if (isSpaced) return [edit];
    const isTight = /[^\s<!-]/.test(before) && /[^\s>]/.test(after);
    if (length === 3) return isTight ? [edit] : [];
    const isRange = DIGIT.test(before) && DIGIT.test(after);
    return isRange || (/\p{L}/u.test(before) && /\p{Lu}/u.test(after)) ? [edit] : [];
  });
}

/** Most quotes inside of quotes. */
const DEEPEST = 32;

interface OpenQuote {
  mark: string;
  at: number;
}

function quoteEdits(text: string, style: QuotationStyle, lang: string): Edit[] {
  const edits: Edit[] = [];
  const open: OpenQuote[] = [];
  const put = (at: number, value: string): void => void edits.push({ at, length: 1, value });
  const leave = ({ mark, at }: OpenQuote): void => {
    // What nothing closes is an apostrophe where a word begins with it.
    if (mark === "'" && /\p{L}/u.test(text[at + 1] ?? '')) put(at, '’');
  };
  for (const { 0: mark, index: at } of text.matchAll(/["']/g)) {
    const place = placeOf(text, at, open);
    if (mark === "'" && isApostrophe(text, at, lang)) put(at, '’');
    else if (place.closes !== undefined) {
      for (const unclosed of open.splice(place.closes + 1)) leave(unclosed);
      const pair = mark === '"' ? style.double : style.single;
      const opening = open.pop();
      if (opening) put(opening.at, pair[0]);
      put(at, pair[1]);
    } else if (place.opens && open.length < DEEPEST) open.push({ mark, at });
    else if (mark === "'" && /\p{L}/u.test(text[at - 1] ?? '')) put(at, '’');
  }
  for (const unclosed of open) leave(unclosed);
  return edits;
}

/** Where a quote can open or close; one behind a figure closes only what is open: it may be inches. */
function placeOf(text: string, at: number, open: readonly OpenQuote[]): { opens: boolean; closes: number | undefined } {
  const [before = ' ', after = ' '] = [text[at - 1], text[at + 1]];
  const opens = /[\s([{«„“‘‚–—\-/"'…]/.test(before) && !/\s/.test(after);
  const canClose = !/\s/.test(before) && !WORD.test(after);
  const last = canClose ? open.findLastIndex(({ mark, at: opening }) => mark === text[at] && opening < at - 1) : -1;
  return { opens, closes: last === -1 ? undefined : last };
}

function isApostrophe(text: string, at: number, lang: string): boolean {
  const [before = ' ', after = ' '] = [text[at - 1], text[at + 1]];
  if (WORD.test(before) && WORD.test(after)) return !DIGIT.test(before) || !/\p{N}/u.test(after);
  if (!/[\s([{“„«"–—-]/.test(before)) return false;
  const rest = text.slice(at + 1, at + 12);
  return /^\d\ds?(?![\p{L}\p{N}'])/u.test(rest) || (ELISIONS.get(lang.slice(0, 2).toLowerCase())?.test(rest) ?? false);
}

/** Blanks before `; : ! ?` and inside of guillemets do not break the line. */
function frenchBlanks(text: string): Edit[] {
  return [...text.matchAll(/(?<=\S)[ ](?=[;:!?»])|(?<=«)[ ](?=\S)/g)].map(({ index }) => ({
    at: index,
    length: 1,
    value: '\u00a0',
  }));
}

/** Units that are behind numbers, and are hardly ever anything else there. */
const UNITS = [
  '[%‰€$£¥]|EUR|USD|GBP|CHF|°[CF]?|Mio\\.?|Mrd\\.?',
  '[kcmµμn]?m[²³]?|(?:k|c|m|µ|μ)?m/s|km/h|ha|[kmµμ]?g|t|[mcdh]?l',
  '[mµμn]?s|min|h|[kMGT]?Hz|[mkMGT]?W|[kMGT]?Wh|[mk]?V|mA|[hkM]?Pa|bar|[kM]?J|kN|K|dB|lm|lx|ppm',
  '[kMGTP]i?B|[kMGT]?bit(?:/s)?|[kMGT]B/s|px|pt|dpi|fps',
].join('|');
const BEFORE_UNIT = new RegExp(`(?<=\\p{N})[ ](?=(?:${UNITS})(?![\\p{L}\\p{N}²³/]))`, 'gu');
const BEHIND_CURRENCY = /(?<=(?<!\p{L})(?:[€$£¥]|EUR|USD|GBP|CHF))[ ](?=\p{N})/gu;

/** Parts of one measure, such as “3 h 12 min”. */
const BETWEEN_PARTS =
  /(?<=\p{N}[ \u00a0]?(?:h|hrs?|d|min|m|kg|lb|ft))[ ](?=\p{N}{1,3}[ \u00a0]?(?:h|hrs?|min|s|sec|g|oz|in|cm|mm)(?![\p{L}\p{N}]))/gu;

/** Words counted by a letter, as in “𝑐 boxes”. */
const BEHIND_SYMBOL = /(?<=\ufff9)[ ](?=\p{L}{3,})/gu;

/** A number and its unit stay on one line, and so do a symbol and what it counts. */
function unitBlanks(text: string): Edit[] {
  // Cheaper to ask than all.
  if (!/[\p{N}\ufff9]/u.test(text)) return [];
  return [BEFORE_UNIT, BEHIND_CURRENCY, BETWEEN_PARTS, BEHIND_SYMBOL].flatMap((place) =>
    [...text.matchAll(place)].map(({ index }) => ({ at: index, length: 1, value: '\u00a0' })),
  );
}
