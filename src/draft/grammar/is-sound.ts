import { pieceText, type Piece } from '../piece.ts';

/** Tells whether a piece does not end with a word that needs another one, and its brackets and quotes are closed. */
export function isSound(piece: Piece): boolean {
  const { tokens } = piece.sentence;
  const last = tokens[(piece.spans.at(-1)?.to ?? 0) - 1];
  if (!last || /^(?:DET|CCONJ|SCONJ)$/.test(last.pos)) return false;
  if (last.pos === 'ADP' && /^(?:of|for|with|from|like|than|into|by|as)$/.test(last.lower)) return false;
  // “as well” is half of “as well as”.
  if (/\bas well$/.test(pieceText(piece)) && !/\bas well\W*$/.test(piece.sentence.text)) return false;
  // A reference of LaTeX.
  if (/\\[a-z]+\{/.test(pieceText(piece))) return false;
  return isBalanced(pieceText(piece));
}

function isBalanced(text: string): boolean {
  const pairs = ['()', '[]', '“”', '«»', '「」', '（）'];
  const count = (mark: string): number => text.split(mark).length;
  return pairs.every(([open = '', close = '']) => count(open) === count(close)) && count('"') % 2 === 1;
}
