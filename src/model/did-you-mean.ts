import leven from 'leven';
import type { Spelling } from './messages.ts';

/** Returns the candidate most like `word`, or `undefined` where none is near enough to be a slip of the keyboard. */
export function nearestName(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = slips(word.length) + 1;
  for (const candidate of candidates) {
    const distance = slipsBetween(word, candidate, bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * Returns the one candidate that `word` certainly stands for: case, two letters in the wrong order, or one letter too many
 * or too few. A replaced letter counts in long words only, since short ones become other words by it (`data`, `date`).
 */
function misspelled(word: string, candidates: readonly string[]): string | undefined {
  const near = candidates.filter((candidate) => slipsBetween(word, candidate, 2) <= 1);
  const [only] = near;
  if (only === undefined || near.length > 1) return undefined;
  if (only.toLowerCase() === word.toLowerCase()) return only;
  const sameStart = only.charAt(0).toLowerCase() === word.charAt(0).toLowerCase();
  const replaced = only.length === word.length && lettersOf(only) !== lettersOf(word);
  return sameStart && word.length >= (replaced ? 7 : 4) ? only : undefined;
}

/** Returns a misspelled word and what is certainly meant by it, for a message that can be fixed. */
export function spellingOf(word: string, candidates: readonly string[]): Spelling | undefined {
  const expected = misspelled(word, candidates);
  return expected === undefined ? undefined : { actual: word, expected };
}

/** Counts the edits between two words; returns `most` where there are at least as many, and where numbers differ. */
function slipsBetween(word: string, other: string, most: number): number {
  if (word.replaceAll(/\D/g, '') !== other.replaceAll(/\D/g, '')) return most;
  const swapped = lettersOf(word) === lettersOf(other) ? 1 : 0;
  const distance = leven(word.toLowerCase(), other.toLowerCase(), { maxDistance: most + 1 });
  return distance === 0 ? 0 : Math.min(distance - swapped, most);
}

/** Returns how many edits a word of that length may have and still be recognized. */
function slips(length: number): number {
  if (length <= 2) return 0;
  return length < 8 ? 1 : 2;
}

/** Returns the sorted letters of a word: swapped letters are the most common mistake. */
function lettersOf(word: string): string {
  return [...word.toLowerCase()].toSorted().join('');
}

/** Returns `; did you mean “x”?` where a candidate is near, else a list of what is allowed. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const near = nearestName(word, candidates);
  return near ? `; did you mean “${near}”?` : `; expected one of ${candidates.join(', ')}`;
}
