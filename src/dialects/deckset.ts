import type { Dialect, DialectSource } from '../model/dialect.ts';

/** Reads decks of Deckset. */
export const deckset: Dialect = {
  name: 'deckset',
  title: 'Deckset',
  read(source: DialectSource): void {
    source.parse();
  },
};
