import { pieceOf, pieceWords, type Piece } from '../piece.ts';
import type { Sentence, Span, Token } from '../words.ts';
import { endOf } from './clause.ts';

/** A shorter piece of a sentence, and whether it says what it is about. */
export interface Shortened {
  piece: Piece;
  /** From 0 to 1: how much it lacks. */
  loss: number;
}

/** Words of a topic that is put before the last clause. */
const TOPIC = 8;

/**
 * Shortens a Japanese sentence, whose verb is at its end: clauses before a comma go, and the topic, which “は” marks, stays. Conditions
 * stay as well, since without them something else would be said.
 *
 * @returns the pieces, the longest one first
 */
export function shortenJapanese(sentence: Sentence, from: number): Shortened[] {
  const { tokens } = sentence;
  const end = endOf(tokens);
  // “…からです” is the reason of what was said before.
  const reason = /(?:から|ため)(?:だ|です|である|でした)?$/.test(textOf(tokens, { from, to: end })) ? 0.3 : 0;
  const whole = { piece: pieceOf(sentence, { from, to: end }), loss: reason };
  const commas = commasIn(tokens, { from, to: end });
  const topic = topicIn(tokens, { from, to: commas[0] ?? end });
  const shorter = commas.flatMap((comma, index): Shortened[] => {
    const rest = { from: comma + 1, to: end };
    if (!mayGo(tokens, [from - 1, ...commas.slice(0, index + 1)]) || !isClause(tokens, rest, commas)) return [];
    const first = textOf(tokens, { from: rest.from, to: nextComma(commas, comma) ?? end });
    const dropped = textOf(tokens, { from, to: comma });
    // “…を立てたが、取り下げた”: what is done away with was cut off.
    if (dropped.includes('を') && !textOf(tokens, rest).includes('を')) return [];
    if (/[^にでとて]は/.test(first) && !TIME_TOPIC.test(first))
      return [{ piece: pieceOf(sentence, rest), loss: 0.1 + reason }];
    if (topic && topic.to <= comma) return [{ piece: pieceOf(sentence, topic, rest), loss: 0.1 + reason }];
    return [{ piece: pieceOf(sentence, rest), loss: (first.includes('が') ? 0.15 : 0.5) + reason }];
  });
  return [whole, ...shorter].filter(({ piece }) => pieceWords(piece) >= 3);
}

/** Whether the parts between some commas are clauses that may go, the last one no noun of a list. */
function mayGo(tokens: readonly Token[], commas: readonly number[]): boolean {
  const dropped = commas.slice(1).map((comma, index) => textOf(tokens, { from: (commas[index] ?? 0) + 1, to: comma }));
  return DROPPED.test(dropped.at(-1) ?? '') && !dropped.some((text) => CONDITION.test(text));
}

/** “鍵、結果が …” begins with a thing of a list. */
function isClause(tokens: readonly Token[], { from }: Span, commas: readonly number[]): boolean {
  const comma = nextComma(commas, from);
  return comma === undefined || /[\u3040-\u309f]$/.test(textOf(tokens, { from, to: comma }));
}

/** Ends of clauses, and of phrases that say when, where or of what: nouns that are listed end otherwise. */
const DROPPED =
  /(?:[てでがしにはもうくりいきちみびげめれせけべず]|けど|けれど|ので|から|ため|とき|ながら|つつ|一方|現在|今日|今年|昨年|その後|年|月|日)$/;
const CONDITION =
  /(?:ば|たら|なら|と|場合|場合は|場合には|限り|ては|ても|でも|まで|ない限り|によると|によれば|にとって|において|について|に対して|に応じて|によって|に比べて|と違って|を除いて|うち|とき|時|前に|後に|ずに|なく|ながら|まま)$|ほど|だけ|しか|以外/;
/** Words of time that “は” follows, too: these are not topics. */
const TIME_TOPIC = /^(?:当時|今|いま|現在|以前|昔|今日|昨年|今年|来年|今回)は/;

function commasIn(tokens: readonly Token[], { from, to }: Span): number[] {
  let depth = 0;
  return tokens.slice(from, to).flatMap(({ text }, index) => {
    if (/^[「『（(]$/.test(text)) depth += 1;
    if (/^[」』）)]$/.test(text)) depth -= 1;
    return text === '、' && depth === 0 ? [from + index] : [];
  });
}

function nextComma(commas: readonly number[], comma: number): number | undefined {
  return commas.find((at) => at > comma);
}

/** “町の図書館は”: what is before the first “は”. A topic that is a clause is one only where the comma follows. */
function topicIn(tokens: readonly Token[], { from, to }: Span): Span | undefined {
  const at = tokens.findIndex(({ text }, index) => index > from && index < to && text === 'は');
  const text = textOf(tokens, { from, to: at });
  if (at === -1 || at - from > TOPIC || /(?:ため|とき|と|て)に?$|[、]/.test(text)) return undefined;
  if (/が/.test(text) && at !== to - 1) return undefined;
  return { from, to: at + 1 };
}

function textOf(tokens: readonly Token[], { from, to }: Span): string {
  return tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join('');
}
