import type { Context } from './recognise/recogniser.ts';
import type { Candidate } from './slide.ts';
import { countWords, type Sentence } from './words.ts';

/** Sentences that a slide may take along, and the words of all that are said while it stays. */
const [MOST, LONGEST] = [3, 75];
const YEAR = /\b(?:1\d|20)\d\d\b/;
/** The loss for each sentence that nobody sees, and for each paragraph that begins with one. */
const [UNSEEN, BREAK] = [0.3, 0.5];

/**
 * Offers a form with the sentences beside it as well, which are only said: the sentence after a list takes nothing from it, and else a plainer slide that
 * holds both would win.
 */
export function withSaid(candidate: Candidate, run: readonly Sentence[], { isStart }: Context): Candidate[] {
  const found = [candidate];
  const extend = (from: number, to: number): void => {
    const said = run.slice(from, to);
    const unseen = said.length - (candidate.to - candidate.from);
    const breaks = run.slice(candidate.to, to).filter(isStart).length;
    const words = said.reduce((sum, { text }) => sum + countWords(text), 0);
    if (words <= LONGEST)
      found.push({ ...candidate, from, to, score: candidate.score - UNSEEN * unseen - BREAK * breaks });
  };
  const first = run[candidate.from];
  const before = candidate.from > 0 && first && !isStart(first) ? 1 : 0;
  for (let back = 0; back <= before; back += 1) {
    const from = candidate.from - back;
    if (back > 0) extend(from, candidate.to);
    for (let to = candidate.to + 1; to <= candidate.to + MOST; to += 1) {
      const next = run[to - 1];
      // Another event is missed where the others are shown.
      if (!next || (candidate.form === 'timeline' && YEAR.test(next.text))) break;
      extend(from, to);
    }
  }
  return found;
}
