import { apa, harvard, mla } from './author-date-styles.ts';
import { chicagoAuthorDate, chicagoNotes } from './chicago-styles.ts';
import { ieee, nature, vancouver } from './numeric-styles.ts';

const STYLES: Readonly<Record<string, () => string>> = {
  apa,
  'chicago-author-date': chicagoAuthorDate,
  'chicago-notes': chicagoNotes,
  harvard,
  ieee,
  mla,
  nature,
  vancouver,
};

/** Names of the styles that Lectern has itself. */
export const BUILTIN_STYLES: readonly string[] = Object.keys(STYLES);

/** The style of decks that name none. */
export const DEFAULT_STYLE = 'chicago-author-date';

/** Returns the CSL of a built-in style. */
export function builtinStyle(name: string): string | undefined {
  return Object.hasOwn(STYLES, name) ? STYLES[name]?.() : undefined;
}
