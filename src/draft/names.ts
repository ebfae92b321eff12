import { pieceOf, pieceText, type Piece } from './piece.ts';
import type { Sentence } from './words.ts';

/** Words with a capital that are not names. */
const TIMES =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|christmas|easter|thanks)$/;

/** Finds names in sentences: words with capitals that follow each other, “of” and “the” between them included. */
export function namesIn(sentences: readonly Sentence[]): Piece[] {
  // Words with a capital where no sentence begins: one that has it only there may be any word.
  const inside = new Set(sentences.flatMap(({ tokens }) => tokens.slice(1).map(({ text }) => text)));
  return sentences.flatMap((sentence) => {
    const found: Piece[] = [];
    const { tokens } = sentence;
    for (let at = 0; at < tokens.length; at += 1) {
      if (tokens[at]?.pos !== 'PROPN' || !/^\p{Lu}/u.test(tokens[at]?.text ?? '')) continue;
      // “I’m” has a capital everywhere.
      if (/^I(?:['’]\w+)?$/.test(tokens[at]?.text ?? '')) continue;
      // Short forms in brackets follow the name.
      if (tokens[at - 1]?.text === '(') continue;
      let to = at + 1;
      const isOne = tokens[to]?.pos !== 'PROPN';
      const isAlone = isOne && !inside.has(tokens[at]?.text ?? '');
      if ((at === 0 && isAlone) || (isOne && TIMES.test(tokens[at]?.lower ?? ''))) continue;
      while (isPart(tokens[to]) || (/^(?:of|the|de|von|van)$/.test(tokens[to]?.lower ?? '') && isPart(tokens[to + 1])))
        to += 1;
      const isTitle = at > 1 && /^The$/.test(tokens[at - 1]?.text ?? '');
      found.push(pieceOf(sentence, { from: isTitle ? at - 1 : at, to }));
      at = to;
    }
    return found;
  });
}

function isPart(token: Sentence['tokens'][number] | undefined): boolean {
  return token?.pos === 'PROPN' && /^\p{Lu}/u.test(token.text);
}

/** A name of several words is one for certain. */
function weight({ piece, count }: { piece: Piece; count: number }): number {
  return count + (pieceText(piece).includes(' ') ? 1.5 : 0);
}

/** Returns the names that the most of some sentences speak of, each once, the most frequent first. */
export function frequentNames(sentences: readonly Sentence[], unwanted: ReadonlySet<string> = new Set()): Piece[] {
  const counts = new Map<string, { piece: Piece; count: number }>();
  for (const piece of namesIn(sentences)) {
    const key = pieceText(piece).toLowerCase();
    if (unwanted.has(key) || key.length < 3) continue;
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { piece, count: 1 });
  }
  const found = [...counts.values()]
    .toSorted((a, b) => weight(b) - weight(a) || a.piece.sentence.index - b.piece.sentence.index)
    .map(({ piece }) => piece);
  // “Hilbert” is David Hilbert.
  const whole = found.map(pieceText);
  return found.filter((piece) => !whole.some((name) => name.endsWith(` ${pieceText(piece)}`)));
}
