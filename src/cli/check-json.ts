import type { CheckedDeck, CheckReport } from '../app/check.ts';
import type { Arrangement, Layout } from '../model/layouts.ts';
import { writtenPoint } from '../model/written-text.ts';
import { checkMessages } from './check-messages.ts';

/** A slide whose content was arranged automatically. */
interface ComposedSlide {
  /** Its place in the deck, from 1. */
  slide: number;
  id: string;
  file: string;
  line: number | undefined;
  as: Arrangement;
  layout: Layout;
}

function composedSlides({ order }: CheckedDeck): ComposedSlide[] {
  return order.flatMap(({ id, composed, settings: { layout }, file, position }, index) => {
    if (!composed) return [];
    const line = position && writtenPoint(file, position.start).line;
    return [{ slide: index + 1, id, file: file.path, line, as: composed, layout }];
  });
}

/** Formats a check as JSON. */
export function checkJson({ decks, ok }: CheckReport): string {
  const report = {
    ok,
    decks: decks.map((deck) => ({
      deck: deck.file.path,
      slides: deck.slides,
      composed: composedSlides(deck),
      seconds: Math.round(deck.seconds * 1000) / 1000,
      fixed: deck.fixed,
      messages: checkMessages(deck),
      ...(deck.error && { error: { code: deck.error.code, reason: deck.error.message, advice: deck.error.advice } }),
    })),
  };
  return JSON.stringify(report, null, 2);
}
