import { headlineOf } from '../headline.ts';
import { pieceOf, pieceWords, type Piece } from '../piece.ts';
import { MOST_WORDS, slideWords, type Candidate, type Item, type SlideContent } from '../slide.ts';
import type { Sentence } from '../words.ts';
import { stageOf } from '../grammar/stage.ts';
import { pointsBack } from '../grammar/points-back.ts';
import { shortestPart } from '../grammar/shortest-part.ts';
import { startsWithScript, tokenBehind, type Context, type Recogniser } from './recogniser.ts';

/** Shows “First … Then … Finally …” as stages. */
export const steps: Recogniser = (run, at, context) => {
  const { first, next, last } = context.language.steps;
  const start = run[at];
  if (!start || startsWithScript(start, first) === undefined) return [];
  const parts: Item[] = [];
  let to = at;
  for (; to < Math.min(run.length, at + 8); to += 1) {
    const sentence = run[to];
    if (!sentence) break;
    const marker = startsWithScript(sentence, to === at ? first : [...next, ...last]);
    if (marker === undefined) {
      // A sentence between two steps says more of the one before it.
      const following = run[to + 1];
      if (!following || startsWithScript(following, [...next, ...last]) === undefined) break;
      continue;
    }
    const part = isVerbNext(sentence, marker, context)
      ? withMarker(sentence, marker)
      : stepOf(sentence, marker, context);
    if (!part) return [];
    parts.push(part);
  }
  if (parts.length < 3 || parts.length > 6) return [];
  return offers(run, { at, to, parts }, context);
};

/** “Zuerst soll eine Pumpe gebaut werden”: without its first word a German sentence begins with the verb. */
function isVerbNext(sentence: Sentence, marker: string, { language }: Context): boolean {
  const next = sentence.tokens[tokenBehind(sentence, marker)];
  return language.code === 'de' && next !== undefined && /^\p{Ll}/u.test(next.text) && next.pos !== 'DET';
}

function withMarker(sentence: Sentence, marker: string): Item | undefined {
  const from = tokenBehind(sentence, marker);
  const text = pieceOf(sentence, { from, to: sentence.tokens.length });
  return pieceWords(text) <= MOST_PLAIN ? { lead: pieceOf(sentence, { from: 0, to: from }), text } : undefined;
}

/** Words of a step, and of one in a language without a parser. */
const [MOST, MOST_PLAIN] = [9, 11];

function stepOf(sentence: Sentence, marker: string, context: Context): Item | undefined {
  const from = tokenBehind(sentence, marker);
  const most = context.language.code === 'en' ? MOST : MOST_PLAIN;
  const rest = {
    ...sentence,
    tokens: sentence.tokens.map((token, index) =>
      index < from ? { ...token, pos: 'PUNCT' as const, text: ' ' } : token,
    ),
  };
  const headline = headlineOf(rest, context.language);
  const piece =
    headline && pieceWords(headline.piece) <= most
      ? withoutPronoun(headline.piece)
      : shortestPart(sentence, context.language, { from });
  if (!piece || pieceWords(piece) > most) return undefined;
  const step = { ...piece, sentence };
  // A stage is named by its verb and what is done; nobody knows where that ends without a parser.
  return context.language.code === 'en' && !pointsBack(step) ? stageOf(step) : { text: step };
}

/** “we present …”: who does it is the same in each step. */
function withoutPronoun(piece: Piece): Piece {
  const [first, ...rest] = piece.spans;
  const token = first && piece.sentence.tokens[first.from];
  const isPronoun = token !== undefined && /^(?:we|you|i|they)$/.test(token.lower);
  return first && isPronoun ? pieceOf(piece.sentence, { from: first.from + 1, to: first.to }, ...rest) : piece;
}

/** The heading is that of the sentence before, where it leads to the steps; else the steps are under the first of them. */
function offers(
  run: readonly Sentence[],
  found: { at: number; to: number; parts: readonly Item[] },
  context: Context,
): Candidate[] {
  const { at, to, parts } = found;
  const items = parts;
  const before = run[at - 1];
  const lead = before && context.headline(before);
  const list: Candidate[] = [];
  const offer = (from: number, heading: Piece | undefined, score: number): void => {
    const content: SlideContent = { heading, body: { kind: 'items', as: 'process', items, ordered: true } };
    if (slideWords(content) <= MOST_WORDS)
      list.push({ from, to, form: 'process', score, why: `${parts.length} steps in order`, content });
  };
  if (lead && lead.quality > 0.5 && pieceWords(lead.piece) <= 10) offer(at - 1, lead.piece, 4.2 + 0.2 * parts.length);
  offer(at, undefined, 2.6 + 0.2 * parts.length);
  return list;
}
