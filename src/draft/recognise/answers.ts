import { pieceWords, wholePiece } from '../piece.ts';
import { MOST_WORDS, slideWords, type Candidate, type Item, type SlideContent } from '../slide.ts';
import type { Recogniser } from './recogniser.ts';

/** Words of an answer without a headline: “Hardly.” “Tuesdays from 4 to 7 pm.” */
const SHORT = 6;
/** Sentences behind it that the slide may show, and words that the title needs. */
const [MORE, TITLE] = [3, 8];

/** Shows the short answer to a question that is the title, and what explains it. */
export const answers: Recogniser = (run, at, { isAnswer, headline }) => {
  const answer = run[at];
  const first = answer && wholePiece(answer);
  if (!answer || !first || !isAnswer(answer) || pieceWords(first) > SHORT || /[?:]$/.test(answer.text)) return [];
  const found: Candidate[] = [];
  const items: Item[] = [{ text: first }];
  let unseen = 0;
  for (let to = at + 1; to <= Math.min(run.length, at + 1 + MORE); to += 1) {
    const next = to > at + 1 ? run[to - 1] : undefined;
    const said = next && headline(next);
    const isShown = said && said.below >= 0.4 && !said.pointsBack;
    if (isShown) items.push({ text: said.piece });
    else if (next) unseen += 1;
    const content: SlideContent =
      items.length === 1
        ? { heading: undefined, body: { kind: 'text', text: first } }
        : { heading: undefined, body: { kind: 'items', as: 'list', items: [...items] } };
    if (slideWords(content) > MOST_WORDS - TITLE) break;
    const score = 2.6 + 0.4 * items.length - 0.3 * unseen;
    found.push({ from: at, to, form: 'answer', score, why: 'the answer to its title', content });
  }
  return found;
};
