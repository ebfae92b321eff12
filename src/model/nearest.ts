import leven from 'leven';

/** The candidate most like `word`, or `undefined` where none is near enough to be a slip of the keyboard. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
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

/** Equal for words that differ only in the order of their letters, the commonest slip. */
function lettersOf(word: string): string {
  return [...word.toLowerCase()].toSorted().join('');
}

/** `; did you mean "x"?` where something is near, else what is allowed. */
export function suggestion(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates);
  return near ? `; did you mean “${near}”?` : `; expected one of ${candidates.join(', ')}`;
}
