import { pieceOf, pieceWords } from '../piece.ts';
import { MOST_WORDS, slideWords, type Item, type SlideContent } from '../slide.ts';
import { isWord, type Sentence, type Span, type Token } from '../words.ts';
import type { Recogniser } from './recogniser.ts';

const NUMBERS: ReadonlyMap<string, number> = new Map(
  ['two zwei deux dos', 'three drei trois tres', 'four vier quatre cuatro', 'five fünf cinq cinco'].flatMap(
    (words, index) => words.split(' ').map((word) => [word, index + 2] as const),
  ),
);

/** Words of an item, and of what announces it. */
const [LONGEST, MOST_BEFORE] = [11, 10];

/** Shows “three ways: they hide it, they delay it, and they lie” as a list: as many parts after the colon as the number before it says, clauses or not. */
export const announcedLists: Recogniser = (run, at) => {
  const sentence = run[at];
  if (!sentence) return [];
  const { tokens } = sentence;
  const colon = tokens.findIndex(({ text }) => /^[:：]$/.test(text));
  const count = tokens.slice(0, Math.max(0, colon)).flatMap(({ lower }) => NUMBERS.get(lower) ?? [])[0];
  if (count === undefined || tokens.slice(colon + 1).some(({ text }) => /^[:?]$/.test(text))) return [];
  const heading = pieceOf(sentence, { from: 0, to: colon });
  const spans = partsBehind(sentence, colon + 1);
  if (spans.length !== count || pieceWords(heading) > MOST_BEFORE || pieceWords(heading) < 2) return [];
  const items = spans.map((span): Item => ({ text: pieceOf(sentence, span) }));
  const isEven = items.every(({ text }) => text && pieceWords(text) >= 1 && pieceWords(text) <= LONGEST);
  const content: SlideContent = { heading, body: { kind: 'items', as: 'list', items } };
  if (!isEven || slideWords(content) > MOST_WORDS) return [];
  const why = `lists the ${count} things that it announces`;
  return [{ from: at, to: at + 1, form: 'list', score: 3.9 + 0.15 * count, why, content }];
};

/** Parts between commas, semicolons and the conjunction of the last one; “that” before each goes. */
function partsBehind({ tokens }: Sentence, start: number): Span[] {
  const end = tokens.findLastIndex(isWord) + 1;
  const isMark = (token: Token | undefined): boolean => token !== undefined && /^[,;、]$/.test(token.text);
  const hasMarks = tokens.slice(start, end).some(isMark);
  const parts: Span[] = [];
  let from = start;
  for (let at = start; at <= end; at += 1) {
    const token = tokens[at];
    // “bread and butter, jam, and tea”: behind a comma the conjunction begins the last part; without commas it parts two.
    const isJoint = token?.pos === 'CCONJ' && (!hasMarks || isMark(tokens[at - 1]) || isLast(tokens, at, end));
    if (at < end && !isMark(token) && !isJoint) continue;
    if (tokens.slice(from, at).some(isWord))
      parts.push({ from: tokens[from]?.lower === 'that' ? from + 1 : from, to: at });
    from = at + 1;
  }
  return parts;
}

/** The conjunction of a list without a comma before it: no comma follows. */
function isLast(tokens: readonly Token[], at: number, end: number): boolean {
  return !tokens.slice(at, end).some(({ text }) => /^[,;、]$/.test(text));
}
