import { withoutDeterminer } from '../grammar/noun-phrase.ts';
import { pieceOf, pieceWords } from '../piece.ts';
import { MOST_WORDS, slideWords, type Item, type SlideContent } from '../slide.ts';
import { isWord, type Sentence, type Span } from '../words.ts';
import type { Recogniser } from './recogniser.ts';

/** Words of an item; more are a clause. */
const LONGEST = 6;
/** Words before the colon. */
const [LEAST, MOST] = [2, 10];

/** Shows “three things: A, B and C” as a list under the words before the colon. */
export const colonLists: Recogniser = (run, at, { language }) => {
  const sentence = run[at];
  if (!sentence) return [];
  const { tokens } = sentence;
  const colon = tokens.findIndex(({ text }) => /^[:：]$/.test(text));
  if (colon === -1 || tokens.slice(colon + 1).some(({ text }) => /^[:：;?？(（]$/.test(text))) return [];
  const heading = pieceOf(sentence, { from: 0, to: colon });
  if (pieceWords(heading) < LEAST || pieceWords(heading) > MOST || tokens[0]?.pos === 'PRON') return [];
  const items = itemsBehind(sentence, colon + 1, language.code);
  if (!items) return [];
  const shown = items.map((span): Item => ({ lead: pieceOf(sentence, withoutDeterminer(tokens, span)) }));
  const content: SlideContent = { heading, body: { kind: 'items', as: 'cards', items: shown } };
  if (slideWords(content) > MOST_WORDS) return [];
  return [
    {
      from: at,
      to: at + 1,
      form: 'cards',
      score: 4 + 0.15 * Math.min(items.length, 4),
      why: `lists ${items.length} things after a colon`,
      content,
    },
  ];
};

/** Three to six members with marks between them; “and” or “or” is before the last one, which ends the sentence. */
function itemsBehind({ tokens }: Sentence, start: number, code: string): Span[] | undefined {
  const end = tokens.findLastIndex(isWord) + 1;
  const items: Span[] = [];
  let from = start;
  let joint = -1;
  for (let at = start; at < end; at += 1) {
    const token = tokens[at];
    const isMark = /^[,、，]$/.test(token?.text ?? '');
    const isJoint = token?.pos === 'CCONJ' && /^(?:and|und|sowie|et|y|e)$/.test(token.lower);
    if (!isMark && !isJoint) {
      // A clause, not the name of a thing.
      if (token?.pos === 'AUX' || token?.pos === 'SCONJ' || token?.pos === 'PRON') return undefined;
      continue;
    }
    if (at > from) items.push({ from, to: at });
    // “bread and butter, jam and tea”: nobody knows what goes together.
    if (isJoint && joint !== -1) return undefined;
    if (isJoint) joint = at;
    if (isMark && joint !== -1) return undefined;
    from = at + 1;
  }
  items.push({ from, to: end });
  const isClosed = code === 'ja' ? items.length >= 3 : joint !== -1;
  const isEven = items.every(({ from: first, to }) => {
    const count = tokens.slice(first, to).filter(isWord).length;
    return count >= 1 && count <= LONGEST;
  });
  return isClosed && isEven && items.length >= 3 && items.length <= 6 ? items : undefined;
}
