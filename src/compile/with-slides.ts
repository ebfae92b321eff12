import { collectGlyphs } from '../html/glyphs.ts';
import type { Deck, DeckGlyphs, Slide } from '../model/deck.ts';

/** The same deck with other slides. */
export function withSlides(deck: Deck, slides: Slide[]): Deck {
  const { meta, images, footer, logo, rawMarkup, included } = deck;
  let glyphs: DeckGlyphs | undefined;
  return {
    meta,
    slides,
    images,
    footer,
    logo,
    rawMarkup,
    included,
    get glyphs() {
      return (glyphs ??= collectGlyphs({ slides, footer, rawMarkup, meta }));
    },
    get unusedDefinitions() {
      return deck.unusedDefinitions;
    },
  };
}
