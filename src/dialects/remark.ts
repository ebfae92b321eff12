import type { Dialect, DialectSource } from '../model/dialect.ts';

/** Reads decks of remark. */
export const remark: Dialect = {
  name: 'remark',
  title: 'remark',
  read(source: DialectSource): void {
    source.parse();
  },
};
