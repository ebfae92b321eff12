import type { Deck } from '../model/deck.ts';

/**
 * Returns seconds since 1970 for dates inside files; `undefined` where the front matter has no date. The clock is never
 * used.
 */
export function dateOf({ meta }: Deck): number | undefined {
  const milliseconds = /^\d{4}-\d{2}-\d{2}$/.test(meta.date) ? Date.parse(meta.date) : Number.NaN;
  return Number.isNaN(milliseconds) ? undefined : milliseconds / 1000;
}
