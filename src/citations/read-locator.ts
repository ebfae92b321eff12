import { termsOf, type Term } from './terms.ts';

/** A place in a work, and the words behind it. */
export interface Locator {
  /** Its unit, as CSL names it. */
  label: string;
  locator: string;
  suffix: string;
}

/** Places that CSL 1.0.2 knows. */
const LABELS = (
  'page;chapter;section;figure;table;equation;paragraph;part;volume;issue;line;verse;appendix;book;' +
  'column;folio;note;opus;sub-verbo;act;scene;supplement;timestamp;rule;canon;article-locator'
).split(';');

/** Numbers of a place, as in `33-35, 38` and `xii`. */
const NUMBERS = String.raw`(?:\p{L}{0,2}\d[\p{L}\d.:]*|(?:[ivxlcdm]+|[IVXLCDM]+)(?![\p{L}\d]))`;
const RANGE = String.raw`${NUMBERS}(?:\s*(?:--?|–|—)\s*${NUMBERS})?`;
const LIST = new RegExp(String.raw`^\s*(${RANGE}(?:\s*(?:,|&)\s*${RANGE})*)`, 'u');

/** Reads the text after a key, as in `, p. 3, and later`: the words of a language, and the English ones. */
export function readLocator(rest: string, lang: string): Locator {
  const none: Locator = { label: 'page', locator: '', suffix: /^[\s,]*$/.test(rest) ? '' : rest };
  const text = rest.replace(/^\s*,?\s*/, '');
  const braced = /^\{([^{}]*)\}(.*)$/s.exec(text);
  if (braced) {
    const [, inside = '', behind = ''] = braced;
    const { label, locator, suffix } = readLocator(inside, lang);
    return locator === ''
      ? { label: 'page', locator: inside.trim(), suffix: behind }
      : { label, locator: locator + suffix, suffix: behind };
  }
  for (const [word, label] of wordsOf(lang)) {
    if (!text.toLowerCase().startsWith(word)) continue;
    const behind = text.slice(word.length);
    // A word goes on, as in “parts of”.
    if (/\p{L}$/u.test(word) && /^\p{L}/u.test(behind)) continue;
    const numbers = LIST.exec(behind)?.[1];
    if (numbers !== undefined) return { label, locator: numbers.trim(), suffix: behindOf(behind, numbers) };
  }
  // Without a word, numbers count pages.
  const bare = /^\d/.test(text) && rest.trimStart() !== '' ? LIST.exec(text)?.[1] : undefined;
  return bare === undefined ? none : { label: 'page', locator: bare.trim(), suffix: behindOf(text, bare) };
}

function behindOf(text: string, numbers: string): string {
  return text.slice(text.indexOf(numbers) + numbers.length);
}

const known = new Map<string, (readonly [word: string, label: string])[]>();

/** Words and the places they name, longer ones first. */
function wordsOf(lang: string): readonly (readonly [word: string, label: string])[] {
  const found = known.get(lang) ?? readWords(lang);
  known.set(lang, found);
  return found;
}

function readWords(lang: string): (readonly [word: string, label: string])[] {
  const words = new Map<string, string>();
  for (const terms of [termsOf(lang), termsOf('en')]) {
    for (const label of LABELS) {
      for (const term of [terms.get(label), terms.get(`${label}.short`)]) {
        for (const word of term ? spellings(term) : []) if (!words.has(word)) words.set(word, label);
      }
    }
  }
  for (const [word, label] of [
    ['§', 'section'],
    ['¶', 'paragraph'],
    ['ch.', 'chapter'],
    ['pages', 'page'],
  ] as const) {
    if (!words.has(word)) words.set(word, label);
  }
  return [...words].toSorted(([one], [other]) => other.length - one.length);
}

function spellings({ single, multiple }: Term): string[] {
  return [single, multiple].map((word) => word.toLowerCase()).filter((word) => word !== '');
}
