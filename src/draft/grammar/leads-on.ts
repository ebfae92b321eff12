import type { Piece } from '../piece.ts';
import { isNominal } from '../words.ts';

/** Ends of words before a colon that what is behind it completes: “You need to: …”, “If you run it, you’ll see: …”. */
const WAITING =
  /^(?:to|see|sees|get|gets|use|uses|need|needs|run|runs|include|includes|are|is|with|by|contain|contains|containing|including|have|has|want|require|requires|say|says|write|read|reads)$/;

/** Tells whether an English headline is the whole lead to a block, and ends with a word that the block completes. */
export function leadsOn({ sentence, spans }: Piece): boolean {
  const to = spans.at(-1)?.to ?? 0;
  const last = sentence.tokens[to - 1];
  const isEnd = sentence.tokens.slice(to).every(({ text }) => /^[:…]$/.test(text));
  return sentence.text.endsWith(':') && isEnd && !isNominal(last) && WAITING.test(last?.lower ?? '');
}
