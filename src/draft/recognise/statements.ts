import { pieceWords } from '../piece.ts';
import type { SlideContent } from '../slide.ts';
import type { Recogniser } from './recogniser.ts';

/** Shows a strong short sentence alone. */
export const statements: Recogniser = (run, at, context) => {
  const sentence = run[at];
  const headline = sentence && context.headline(sentence);
  if (!sentence || !headline || headline.quality < 0.5) return [];
  const words = pieceWords(headline.piece);
  if (words > 12) return [];
  const isLast = run[at + 1] === undefined;
  const said = pieceWords({ sentence, spans: [{ from: 0, to: sentence.tokens.length }] });
  // Nothing is stronger than a sentence that is short by itself.
  const isShort = said <= 10 ? 0.25 : 0;
  // A paragraph mostly says its point in its first sentence.
  const isOpening = context.isStart(sentence) ? 0 : -0.15;
  const content: SlideContent = { heading: headline.piece, layout: 'statement', body: { kind: 'none' } };
  const score = 0.5 + headline.quality + 0.5 * context.rank(sentence) + isShort + isOpening + (isLast ? 0.2 : 0);
  return [
    {
      from: at,
      to: at + 1,
      form: 'statement',
      score,
      why: said <= 10 ? 'a short sentence' : 'a claim that stands for itself',
      content,
    },
  ];
};
