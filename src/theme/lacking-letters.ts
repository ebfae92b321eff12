/** Letters that the fonts of a deck lack, and where they are. */
export interface LackingLetters {
  letters: readonly string[];
  /** Numbers of slides, from 1. */
  slides: readonly number[];
  lang: string;
}

/** Letters and slides that are named; others are counted. */
const NAMED = 5;

/** Says which letters lack, where, and what gives them. */
export function lackingReason({ letters, slides, lang }: LackingLetters): string {
  const shown = listed(letters.map((letter) => `${letter} (${codePoint(letter)})`));
  const where = slides.length > 1 ? `, on slides ${listed(slides.map(String))}` : '';
  const packages = packagesFor(letters, lang).map((name) => `@fontsource/${name}`);
  const remedy =
    packages.length > 0 ? `add ${packages.join(' and ')} with “style”` : 'add a font that has them with “style”';
  return `The fonts in the deck lack ${shown}${where}: other computers may show a box or nothing instead; ${remedy}, or write them in another way`;
}

function listed(all: readonly string[]): string {
  const more = all.length - NAMED;
  return all.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function codePoint(letter: string): string {
  return `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Scripts with a package of their own, by its name. */
const SCRIPTS = [
  'Arabic',
  'Armenian',
  'Bengali',
  'Devanagari',
  'Ethiopic',
  'Georgian',
  'Gujarati',
  'Gurmukhi',
  'Hebrew',
  'Kannada',
  'Khmer',
  'Lao',
  'Malayalam',
  'Myanmar',
  'Sinhala',
  'Tamil',
  'Telugu',
  'Thai',
];

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Returns the packages of Noto Sans that have some letters. */
function packagesFor(letters: readonly string[], lang: string): string[] {
  const text = letters.join('');
  const found = SCRIPTS.filter((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(text)).map((script) =>
    script.toLowerCase(),
  );
  if (KANA.test(text)) found.push('jp');
  if (/\p{Script=Hangul}/u.test(text)) found.push('kr');
  if (/\p{Script=Han}/u.test(text) && !found.includes('jp')) found.push(hanPackage(lang));
  if (/[\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Latin}]/u.test(text)) found.push('');
  return [...new Set(found)].map((name) => (name ? `noto-sans-${name}` : 'noto-sans'));
}

/** Returns the package for Chinese characters in a language: their shapes differ between languages. */
function hanPackage(lang: string): string {
  if (/^ja\b/i.test(lang)) return 'jp';
  if (/^ko\b/i.test(lang)) return 'kr';
  return /^zh-(?:.*-)?(?:hant|tw|hk|mo)\b/i.test(lang) ? 'tc' : 'sc';
}
