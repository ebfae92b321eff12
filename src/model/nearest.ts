import leven from 'leven';

/** The candidate most like `word`, or `undefined` where none is near enough to be a slip of the keyboard. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = slips(word.length) + 1;
  for (const candidate of candidates) {
    const swapped = lettersOf(word) === lettersOf(candidate) ? 1 : 0;
    const distance = leven(word.toLowerCase(), candidate.toLowerCase(), { maxDistance: bestDistance + 1 }) - swapped;
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** How many letters of a word may be wrong for it to be meant all the same. */
function slips(length: number): number {
  if (length <= 2) return 0;
  return length <= 4 ? 1 : Math.max(2, Math.floor(length / 3));
}

/** Equal for words that differ only in the order of their letters, the commonest slip. */
function lettersOf(word: string): string {
  return [...word.toLowerCase()].toSorted().join('');
}

/** `; did you mean "x"?` where something is near, else what is allowed. */
export function suggestion(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates);
  return near ? `; did you mean “${near}”?` : `; expected one of ${candidates.join(', ')}`;
}
