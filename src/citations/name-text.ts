import type { CslName } from './item.ts';
import type { NameOptions } from './name-options.ts';
import { readMarkup, withLook, type Run } from './runs.ts';
import { withCase } from './text-case.ts';

/** Scripts that write the family name first, with nothing between. */
const UNSPACED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}・々]+$/u;

/** Writes one name. @param first - it opens its list */
export function nameText(name: CslName, options: NameOptions, first: boolean): Run[] {
  const { family = '', given = '', suffix = '' } = name;
  if (name.literal !== undefined && family === '') return part(name.literal, options.family);
  if (family === '') return part(given, options.given);
  const particle = name['non-dropping-particle'] ?? '';
  const dropping = name['dropping-particle'] ?? '';
  if (UNSPACED.test(family) && (given === '' || UNSPACED.test(given))) {
    return [...part(family, options.family), ...(options.form === 'short' ? [] : part(given, options.given))];
  }
  if (options.form === 'short') return part(spaced(particle, family), options.family);
  const shortGiven = options.initializeWith === undefined ? given : initials(given, options);
  const inverted = options.sortOrder === 'all' || (options.sortOrder === 'first' && first);
  if (!inverted) {
    const before = part(spaced(shortGiven, dropping), options.given);
    const main = part(spaced(particle, family), options.family);
    return [...before, ...gap(before), ...main, ...(suffix ? [{ text: ` ${suffix}` }] : [])];
  }
  const main = part(options.demote ? family : spaced(particle, family), options.family);
  const behind = part(spaced(shortGiven, dropping, options.demote ? particle : ''), options.given);
  return [
    ...main,
    ...(behind.length > 0 ? [{ text: options.sortSeparator }, ...behind] : []),
    ...(suffix ? [{ text: options.sortSeparator }, { text: suffix }] : []),
  ];
}

function part(text: string, { look, textCase, prefix, suffix }: NameOptions['family']): Run[] {
  if (text === '') return [];
  const runs = withCase(withLook(readMarkup(text), look), textCase, true);
  return [...(prefix ? [{ text: prefix }] : []), ...runs, ...(suffix ? [{ text: suffix }] : [])];
}

function gap(before: readonly Run[]): Run[] {
  const last = before.at(-1)?.text ?? '';
  // A particle that ends in an apostrophe, as in “d’”, has no space after it.
  return last === '' || /['’]$/.test(last) ? [] : [{ text: ' ' }];
}

/** Joins words; what ends in an apostrophe, as in “d’”, is close. */
function spaced(...words: readonly string[]): string {
  return words
    .filter(Boolean)
    .reduce((text, word) => (text === '' ? word : /['’-]$/.test(text) ? text + word : `${text} ${word}`), '');
}

/** Shortens given names: `Jean-Luc Marie` becomes `J.-L. M.`. */
function initials(given: string, { initializeWith = '', initialize, hyphen }: NameOptions): string {
  const words = given.split(/\s+|(?<=\.)(?=\p{L})/u).filter(Boolean);
  const short = words.map((word) => {
    const isInitial = /^\p{Lu}\.?$/u.test(word);
    if (!initialize && !isInitial) return word;
    // Particles among given names stay, as in “Ludwig van”.
    if (/^\p{Ll}/u.test(word)) return word;
    const letters = word
      .split('-')
      .filter(Boolean)
      .map((piece) => piece.charAt(0).toLocaleUpperCase());
    return (
      letters.map((letter) => letter + initializeWith.trimEnd()).join(hyphen ? '-' : '') + trailing(initializeWith)
    );
  });
  return spacedInitials(short).trim();
}

function trailing(text: string): string {
  return /\s$/.test(text) ? ' ' : '';
}

/** Whole words among initials are set off by blanks. */
function spacedInitials(words: readonly string[]): string {
  return words.reduce((text, word) => {
    const whole = (piece: string): boolean => /\p{Ll}/u.test(piece);
    const separate = text !== '' && !text.endsWith(' ') && (whole(word) || whole(text.slice(-3)));
    return text + (separate ? ' ' : '') + word + (whole(word) ? ' ' : '');
  }, '');
}
