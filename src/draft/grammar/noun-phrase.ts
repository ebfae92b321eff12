import { isNominal, isWord, type Span, type Token } from '../words.ts';

/** Finds where the noun phrase ends that begins at a token: its nouns, and what “of” adds to them. */
export function phraseEnd(tokens: readonly Token[], from: number, most: number): number {
  let at = from;
  let end = from;
  while (at < most) {
    const token = tokens[at];
    if (!token) break;
    const isInside =
      /^(?:DET|ADJ|NUM|NOUN|PROPN|PRON|ADV|PART|X)$/.test(token.pos) ||
      (token.pos === 'VERB' && token.lower.endsWith('ed') && isNominal(tokens[at + 1]));
    if (isInside) {
      at += 1;
      if (isNominal(token) || token.pos === 'NUM' || token.pos === 'X' || token.pos === 'PART') end = at;
      continue;
    }
    if (token.lower === 'of' && end === at) {
      at += 1;
      continue;
    }
    break;
  }
  return end;
}

/** Finds where the noun phrase begins that ends before a token. */
export function phraseStart(tokens: readonly Token[], to: number, least: number): number {
  let at = to;
  while (at > least) {
    const token = tokens[at - 1];
    if (!token) break;
    if (
      /^(?:DET|ADJ|NUM|NOUN|PROPN|PART|X)$/.test(token.pos) ||
      (token.pos === 'PRON' && /^(?:its|their|his|her|our|my|your|everything)$/.test(token.lower))
    ) {
      at -= 1;
      if (token.pos === 'DET') break;
      continue;
    }
    if (token.lower === 'of' && isNominal(tokens[at - 2])) {
      at -= 1;
      continue;
    }
    if (token.pos === 'ADV' && tokens[at]?.pos === 'ADJ') {
      at -= 1;
      continue;
    }
    break;
  }
  return at;
}

/** Leaves out an article or a possessive where a phrase begins. */
export function withoutDeterminer(tokens: readonly Token[], span: Span): Span {
  const first = tokens[span.from];
  const isArticle = /^(?:the|a|an|its|their|his|her|our)$/.test(first?.lower ?? '');
  return isArticle && tokens.slice(span.from + 1, span.to).some(isWord) ? { from: span.from + 1, to: span.to } : span;
}
