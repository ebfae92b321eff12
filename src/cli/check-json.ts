import type { CheckReport } from '../app/check.ts';
import { checkMessages } from './check-messages.ts';

/** Formats a check as JSON. */
export function checkJson({ decks, ok }: CheckReport): string {
  const report = {
    ok,
    decks: decks.map((deck) => ({
      deck: deck.file.path,
      slides: deck.slides,
      seconds: Math.round(deck.seconds * 1000) / 1000,
      fixed: deck.fixed,
      messages: checkMessages(deck),
      ...(deck.error && { error: { code: deck.error.code, reason: deck.error.message, advice: deck.error.advice } }),
    })),
  };
  return JSON.stringify(report, null, 2);
}
