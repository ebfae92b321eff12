import { isSignature } from '../furniture.ts';
import { pieceOf, pieceWords, wholePiece } from '../piece.ts';
import { MOST_WORDS, slideWords, type SlideContent } from '../slide.ts';
import type { Recogniser } from './recogniser.ts';

/** Sentences of a quotation that is signed, and words of one that a slide shows. */
const [LONGEST, MOST] = [6, 28];

/** Shows a paragraph with “— Name” below it: its first sentence that is short, and the name. */
export const signatures: Recogniser = (run, at, { isStart }) => {
  const first = run[at];
  if (!first || !isStart(first) || isSignature(first)) return [];
  const to = run.findIndex((sentence, index) => index > at && isStart(sentence));
  const signature = run[to];
  if (!signature || to - at > LONGEST || !isSignature(signature)) return [];
  const words = run
    .slice(at, to)
    .map(wholePiece)
    .find((piece) => pieceWords(piece) <= MOST);
  const mark = signature.tokens.findIndex(({ text }, index) => index > 0 && /^[,([（]$/.test(text));
  const speaker = pieceOf(signature, { from: 0, to: mark === -1 ? signature.tokens.length : mark });
  if (!words) return [];
  const content: SlideContent = { heading: undefined, layout: 'quote', body: { kind: 'quote', words, speaker } };
  if (slideWords(content) > MOST_WORDS) return [];
  return [{ from: at, to: to + 1, form: 'quote', score: 4.2, why: 'words of somebody who is named below', content }];
};
