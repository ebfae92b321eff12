import { enumerations } from './enumerations.ts';
import { pieceWords, wholePiece } from '../piece.ts';
import { MOST_WORDS, slideWords, type Candidate, type SlideContent } from '../slide.ts';
import type { Recogniser } from './recogniser.ts';

/** A question of fewer words shares the slide with its answer. */
const SHORT = 3;

/** Shows a question with its answer, or alone where it is one to think about. */
export const questions: Recogniser = (run, at, context) => {
  const [question, answer] = [run[at], run[at + 1]];
  if (!question || !/[?？]["”’»」]?$/.test(question.text)) return [];
  const heading = wholePiece(question);
  const words = pieceWords(heading);
  if (words > 14) return [];
  const found: Candidate[] = [];
  if (words > SHORT) {
    const content: SlideContent = { heading, layout: 'statement', body: { kind: 'none' } };
    found.push({ from: at, to: at + 1, form: 'question', score: 1.9, why: 'a question to the audience', content });
  }
  if (!answer || context.isStart(answer) || /[?？]$/.test(answer.text)) return found;
  const whole = wholePiece(answer);
  const text = pieceWords(whole) <= 12 ? whole : context.headline(answer)?.piece;
  if (!text) return found;
  const content: SlideContent = { heading, layout: 'statement', pair: 'answer', body: { kind: 'text', text } };
  if (slideWords(content) <= MOST_WORDS) {
    found.push({ from: at, to: at + 2, form: 'answer', score: 2.8, why: 'a question and its answer', content });
  }
  const list = pieceWords(whole) <= 6 ? enumerations(run, at + 2, { ...context, isStart: () => true })[0] : undefined;
  if (list && list.from === at + 2)
    found.push(
      withList(list, {
        at,
        content: { ...list.content, heading: wholePiece(answer), ...(words <= SHORT && { question: heading }) },
      }),
    );
  return found;
};

/** A short answer is the heading of what the next sentence lists. */
function withList(list: Candidate, { at, content }: { at: number; content: SlideContent }): Candidate {
  return {
    ...list,
    from: at,
    to: list.to,
    content,
    score: list.score + 1.2,
    why: `a question, its answer, and what the next sentence ${list.why}`,
  };
}
