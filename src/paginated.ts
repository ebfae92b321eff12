import { deckStyles, themeNames } from './export/deck-styles.ts';
import { patienceFor } from './export/document-assets.ts';
import type { DeckLooks } from './export/export-job.ts';
import type { CutFont } from './files/font-cutter.ts';
import type { Printer } from './browser/printer.ts';
import { withSlides } from './compile/with-slides.ts';
import type { Deck } from './model/deck.ts';

export interface PaginatedShop {
  looks: DeckLooks;
  printer: Printer;
  cutFont: CutFont;
  /** Seconds that the browser may take. */
  timeout?: number | undefined;
}

/**
 * The deck with slides that are too full made several, where it wants that. All outputs are made of it then, so that
 * they have the same slides.
 *
 * @throws LecternError `BROWSER_MISSING`, `BROWSER_FAILED`
 */
export async function paginated(deck: Deck, { looks, printer, cutFont, timeout }: PaginatedShop): Promise<Deck> {
  if (!deck.slides.some(({ settings }) => settings.paginate)) return deck;
  const { paginatedSlides } = await import('./paginate/paginate-deck.ts');
  const css = await deckStyles({ deck, cutFont, ...looks }, 'print');
  const patience = patienceFor(deck.slides.length, timeout === undefined ? {} : { timeout });
  return withSlides(deck, await paginatedSlides({ deck, css, themeOf: themeNames(looks), printer, patience }));
}
