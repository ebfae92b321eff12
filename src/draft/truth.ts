import type { Language } from './languages/language.ts';
import { hasLimit } from './grammar/limits.ts';
import { piecesOf, type SlideContent } from './slide.ts';
import type { Sentence, Span } from './words.ts';

/**
 * Tells whether a slide says nothing that the article does not: what it leaves out of a sentence is not a condition, an exception, a doubt or a source, nor
 * anything else that limits what it shows of it.
 */
export function isTrue(content: SlideContent, language: Language): boolean {
  const shown = new Map<Sentence, Span[]>();
  for (const { sentence, spans } of piecesOf(content)) shown.set(sentence, [...(shown.get(sentence) ?? []), ...spans]);
  return [...shown].every(([sentence, spans]) =>
    leftOut(sentence, spans).every((span) => !hasLimit(sentence.tokens, span, language)),
  );
}

function leftOut({ tokens }: Sentence, spans: readonly Span[]): Span[] {
  const runs: Span[] = [];
  let at = 0;
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    if (from > at) runs.push({ from: at, to: from });
    at = Math.max(at, to);
  }
  return at < tokens.length ? [...runs, { from: at, to: tokens.length }] : runs;
}
