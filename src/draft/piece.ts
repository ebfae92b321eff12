import type { PhrasingContent } from 'mdast';
import { inlineText, sliceInline } from './inline.ts';
import { countWords, isWord, type Sentence, type Span, type Token } from './words.ts';

/** Words of one sentence in their order: what a slide shows of it. */
export interface Piece {
  sentence: Sentence;
  /** Runs of tokens, in order. */
  spans: readonly Span[];
}

/** Makes a piece of runs of tokens; marks at the ends of runs that nothing needs go. */
export function pieceOf(sentence: Sentence, ...spans: readonly Span[]): Piece {
  const merged: Span[] = [];
  for (const span of spans) {
    if (span.to <= span.from) continue;
    const last = merged.at(-1);
    if (last?.to === span.from) merged[merged.length - 1] = { from: last.from, to: span.to };
    else merged.push(span);
  }
  return { sentence, spans: trimSpans(sentence, merged) };
}

/** Returns the tokens of a piece as those of a text of their own. */
export function tokensOf(piece: Piece): Token[] {
  const text = pieceText(piece);
  let offset = 0;
  return piece.spans.flatMap(({ from, to }) =>
    piece.sentence.tokens.slice(from, to).map((token) => {
      const start = text.indexOf(token.text, offset);
      offset = start + token.text.length;
      return Object.assign({}, token, { start, end: offset });
    }),
  );
}

/** Returns the whole sentence as a piece. */
export function wholePiece(sentence: Sentence): Piece {
  return pieceOf(sentence, { from: 0, to: sentence.tokens.length });
}

const OPENING = /^[([{“„‘«»"'「『（［]$/u;
const CLOSING = /^[)\]}”“’»«"'」』）］]$/u;
const ENDING = /^[?!？！]$/u;

/** A piece begins and ends with a word: commas, dashes, and brackets and quotes without their partner go. */
function trimSpans({ tokens }: Sentence, spans: readonly Span[]): Span[] {
  const indexes = spans.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, step) => from + step));
  const kept = new Set(indexes);
  const list = [...kept];
  const isMark = (index: number | undefined): boolean => index !== undefined && !isWord(tokens[index]);
  while (isMark(list.at(0)) && !hasPartner(list, 0)) list.shift();
  while (isMark(list.at(-1)) && !hasPartner(list, list.length - 1)) list.pop();
  return runsOf(list);

  function hasPartner(list: readonly number[], place: number): boolean {
    const text = tokens[list[place] ?? -1]?.text ?? '';
    if (place > 0 && ENDING.test(text)) return true;
    if (/^[%°€$£¥+#@]/u.test(text)) return true;
    const others = list.filter((_, index) => index !== place).map((index) => tokens[index]?.text ?? '');
    if (place === 0 && /^[¿¡]$/.test(text)) return others.some((other) => ENDING.test(other));
    if (place === 0) return OPENING.test(text) && others.some((other) => CLOSING.test(other));
    return CLOSING.test(text) && others.some((other) => OPENING.test(other));
  }
}

function runsOf(indexes: readonly number[]): Span[] {
  const runs: Span[] = [];
  for (const index of indexes) {
    const last = runs.at(-1);
    if (last?.to === index) last.to = index + 1;
    else runs.push({ from: index, to: index + 1 });
  }
  return runs;
}

/** Returns the words of a piece as one line. */
export function pieceText(piece: Piece): string {
  const { text, tokens } = piece.sentence;
  const parts = piece.spans.map(({ from, to }) => text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0));
  return parts.reduce((line, part) => (line === '' ? part : `${line}${gap(line, part)}${part}`), '');
}

/** Japanese has no blanks between words. */
function gap(line: string, part: string): string {
  return /^[,;:.)?!]/.test(part) || SQUARE.test(line.slice(-1)) ? '' : ' ';
}

const SQUARE = /[\u3040-\u30ff\u3400-\u9fff]/;

export function pieceWords(piece: Piece): number {
  return countWords(pieceText(piece));
}

/** Returns a piece as inline content, with a capital where it begins. */
export function pieceNodes(piece: Piece): PhrasingContent[] {
  const { nodes, tokens } = piece.sentence;
  const parts = piece.spans.map(({ from, to }) =>
    sliceInline(nodes, tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0),
  );
  const line: PhrasingContent[] = [];
  for (const part of parts) {
    if (line.length > 0 && gap(inlineText(line), inlineText(part)) !== '') line.push({ type: 'text', value: ' ' });
    line.push(...part);
  }
  return capitalise(line);
}

/** Writes the first letter as a capital, unless the word has capitals of its own, as in `iPhone`. */
export function capitalise(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...rest] = nodes;
  if (first?.type === 'text') return [{ ...first, value: capital(first.value) }, ...rest];
  if (first && 'children' in first) {
    return [{ ...first, children: capitalise(first.children as PhrasingContent[]) } as PhrasingContent, ...rest];
  }
  return [...nodes];
}

function capital(text: string): string {
  const [word = ''] = /^\S*/.exec(text) ?? [];
  // “1lb” begins with its number, and “@ada” is the name of an account.
  return /^[^\p{L}\p{N}@]*\p{Ll}[\p{Ll}'’\-,;:.]*$/u.test(word)
    ? text.replace(/\p{Ll}/u, (letter) => letter.toUpperCase())
    : text;
}
