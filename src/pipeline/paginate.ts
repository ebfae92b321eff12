import { deckCss, themeNames } from '../export/deck-css.ts';
import { timeoutFor } from '../export/document-assets.ts';
import type { DeckStyles } from '../export/export-job.ts';
import type { CutFont } from '../styles/font-cutter.ts';
import type { BrowserPool } from '../browser/browser-pool.ts';
import type { Deck } from '../model/deck.ts';

export interface PaginateContext {
  deckStyles: DeckStyles;
  pool: BrowserPool;
  cutFont: CutFont;
  /** Seconds that the browser may take. */
  timeout?: number | undefined;
}

/**
 * Returns the deck with full slides cut into several, where it wants that. All outputs are made of it then, so that
 * they have the same slides.
 *
 * @throws LecternError `BROWSER_MISSING`, `BROWSER_FAILED`
 */
export async function paginate(deck: Deck, { deckStyles, pool, cutFont, timeout }: PaginateContext): Promise<Deck> {
  if (!deck.slides.some(({ settings }) => settings.paginate)) return deck;
  const { paginatedSlides } = await import('../paginate/paginate-deck.ts');
  const css = await deckCss(deck, deckStyles, { kind: 'print', cutFont });
  const timeoutMs = timeoutFor(deck.slides.length, timeout === undefined ? {} : { timeout });
  const slides = await paginatedSlides({ deck, css, themeOf: themeNames(deckStyles), pool, timeoutMs });
  return { ...deck, slides };
}
