import type { Deck } from '../model/deck.ts';

/**
 * Seconds since 1970 for dates inside files. The clock never gets into an output: a date is the front matter's, or there
 * is none.
 */
export function dateOf({ meta }: Deck): number | undefined {
  const milliseconds = /^\d{4}-\d{2}-\d{2}$/.test(meta.date) ? Date.parse(meta.date) : Number.NaN;
  return Number.isNaN(milliseconds) ? undefined : milliseconds / 1000;
}
