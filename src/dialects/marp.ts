import type { Dialect, DialectSource } from '../model/dialect.ts';

/** Reads decks of Marp. */
export const marp: Dialect = {
  name: 'marp',
  title: 'Marp',
  read(source: DialectSource): void {
    source.parse();
  },
};
