import type { Language } from '../languages/language.ts';
import { pieceOf, type Piece } from '../piece.ts';
import type { Sentence, Token } from '../words.ts';
import { endOf } from './clause.ts';

/**
 * Shortens a sentence of a language without a parser, by its marks alone: a word that joins it to the one before goes, and so do
 * brackets and what is behind the last comma where a relative pronoun or a reason begins there.
 */
export function shortenPlain(sentence: Sentence, language: Language): Piece {
  const { tokens } = sentence;
  const start = behindConnective(sentence, language);
  const end = endOf(tokens);
  const bracket = tokens.findIndex((token, index) => index > start && /^[(（]$/.test(token.text));
  const close = tokens.findIndex((token, index) => index > bracket && /^[)）]$/.test(token.text));
  const cut = lastAddition(tokens, end, language) ?? end;
  if (bracket === -1 || close === -1 || bracket >= cut) return pieceOf(sentence, { from: start, to: cut });
  return pieceOf(sentence, { from: start, to: bracket }, { from: close + 1, to: cut });
}

function behindConnective({ text, tokens }: Sentence, { connectives, conclusions, code }: Language): number {
  const lower = text.toLowerCase().replaceAll('’', "'");
  const found = [...connectives, ...conclusions]
    .map((phrase) => phrase.replaceAll('’', "'"))
    .filter((phrase) => lower.startsWith(phrase))
    .toSorted((a, b) => b.length - a.length)[0];
  if (found === undefined) return 0;
  const next = tokens.findIndex(({ start }) => start >= found.length);
  if (code === 'ja') return Math.max(0, next);
  // In German, a verb follows the word if there is no comma, and the sentence needs the word.
  return tokens[next]?.text === ',' ? next + 1 : /^(?:aber|und|mais|et|pero|y)$/.test(found) && next !== -1 ? next : 0;
}

/** A relative clause or a reason behind the only comma that is left to the end. */
function lastAddition(tokens: readonly Token[], end: number, { relatives, code }: Language): number | undefined {
  for (let at = end - 1; at > 2; at -= 1) {
    if (!/^[,;–—:]$/.test(tokens[at]?.text ?? '')) continue;
    const next = tokens[at + 1]?.lower ?? '';
    if (tokens[at]?.text !== ',') return at;
    if (relatives.has(next) && !(code === 'de' && next === 'dass')) return at >= 3 ? at : undefined;
    return undefined;
  }
  return undefined;
}
