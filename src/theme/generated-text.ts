import type { DeckGlyphs } from '../model/deck-glyphs.ts';
import { counterLetters } from './counter-letters.ts';

/** Declarations whose strings and counters are shown; a custom property may be in any of them, unless it names a font. */
const SHOWN =
  /(?:^|[;{}\s])(content|quotes|list-style(?:-type)?|(?:additive-)?symbols|prefix|suffix|negative|pad|system|text-emphasis(?:-style)?|hyphenate-character|text-overflow|--[\w-]+):((?:[^;{}"']|"[^"]*"|'[^']*')*)/g;
const STRING = /"[^"]*"|'[^']*'/g;
/** Marks above and below letters that `text-emphasis` has names for. */
const EMPHASIS = '•◦●○◉◎▲△﹅﹆';

/**
 * Returns the characters of a deck together with those that its styles add: bullets, signs, counters, letters turned
 * into capitals or small letters.
 *
 * @param styles - CSS of all sheets of the deck: each may show something in the font of another.
 */
export function withGenerated(glyphs: DeckGlyphs, styles: readonly string[]): DeckGlyphs {
  const rules = [...styles, glyphs.styles].join('\n');
  const symbols = pointsOf(generatedBy(rules));
  const text = new Set([...glyphs.text, ...symbols]);
  // A letter within a word, and at its end, can have another form: ή and Η, σ and ς.
  const each = Array.from(text, (point) => String.fromCodePoint(point));
  const written = `${each.join('x')} x${each.join(' x')}`;
  const langs = [
    'en',
    ...new Set([...glyphs.langs].map((lang) => lang.slice(0, 2)).filter((lang) => OWN_CASES.has(lang))),
  ];
  const changed: string[] = [];
  if (/uppercase|capitalize|small-caps/.test(rules))
    changed.push(...langs.map((lang) => written.toLocaleUpperCase(lang)));
  if (/lowercase/.test(rules)) changed.push(...langs.map((lang) => written.toLocaleLowerCase(lang)));
  for (const point of pointsOf(changed.join(''))) text.add(point);
  const { code } = glyphs;
  return {
    ...glyphs,
    text,
    code: code.size > 0 ? new Set([...code, ...symbols.filter((point) => point > ASCII)]) : code,
  };
}

const ASCII = 0x7f;
/** Languages with capitals of their own: dotted ones in Turkish, none with accents in Greek. */
const OWN_CASES = new Set(['az', 'el', 'lt', 'tr']);

function generatedBy(rules: string): string {
  let shown = '';
  for (const [, name = '', value = ''] of rules.matchAll(SHOWN)) {
    if (name.endsWith('-font')) continue;
    for (const [string] of value.matchAll(STRING)) shown += unescaped(string.slice(1, -1));
    shown += counterLetters(value.replace(STRING, ' '));
    if (name.startsWith('text-emphasis') && /filled|open|dot|circle|triangle|sesame/.test(value)) shown += EMPHASIS;
  }
  return shown;
}

function pointsOf(text: string): number[] {
  return [...text].map((letter) => letter.codePointAt(0) ?? 0);
}

function unescaped(string: string): string {
  return string.replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
}
