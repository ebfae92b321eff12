import type { Language } from '../languages/language.ts';
import { isWord, type Span, type Token } from '../words.ts';
import { isNewClause } from './cuts.ts';

const ENGLISH_PAIRS = /^(?:as (?:long|soon|far|much|many)|up to|or so|so long|in case|in (?:theory|principle))$/;

/** “Then”, “después”: alone before what is shown they say where a step is. */
function marksStep(word: string, { steps }: Language): boolean {
  return [steps.first, steps.next, steps.last].some((list) => list.includes(word));
}

/**
 * Tells whether words that a slide leaves out of a sentence limit what it shows: they have a condition, an exception, a measure, a doubt or a
 * source. What another sentence behind “and” says is its own affair.
 */
export function hasLimit(tokens: readonly Token[], { from, to }: Span, language: Language): boolean {
  const words = tokens.slice(from, to).filter(isWord);
  // A word that joins two parts that are both shown.
  if (words.length < 2 && from > 0 && to < tokens.length - 1) return false;
  for (let at = from; at < to; at += 1) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (!token || token.text === ';') return false;
    if (language.code === 'en') {
      // A clause between marks limits its own words.
      if (/^(?:which|who|whose|whom)$/.test(token.lower) && tokens[at - 1]?.text === ',') return false;
      if (token.lower === 'and' && tokens[at - 1]?.text === ',' && isNewClause(tokens, at + 1)) return false;
      if (ENGLISH_PAIRS.test(`${token.lower} ${next?.lower ?? ''}`)) return true;
    }
    // “Even if” limits nothing, and “but” before what is shown only joins it.
    const isGranted = /^(?:même|incluso|auch|selbst|even)$/.test(tokens[at - 1]?.lower ?? '');
    const isJoint = from === 0 && at === to - 1 && language.adversatives.includes(token.lower);
    const isMarker = from === 0 && words.length === 1 && marksStep(token.lower, language);
    if (language.limits.has(token.lower) && !isGranted && !isJoint && !isMarker) return true;
  }
  return false;
}
