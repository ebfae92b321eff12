import type { PageParts } from '../model/page-parts.ts';
import { deckDocument } from '../render/deck-document.ts';
import type { LiveOptions } from '../stage/in-page/live-messages.ts';
import { imageAddress, type LiveDeck } from './live-deck.ts';

/** The deck's page for one of its views. */
export function livePage(live: LiveDeck, version: string, view: LiveOptions['view'], page: PageParts): string {
  const { deck, themeOf, shown } = live;
  const follower = view === 'follower';
  return deckDocument(deck, {
    css: '',
    styleSheet: shown.styleAddress,
    page: follower ? { ...page, presenterCss: '' } : page,
    themeOf,
    withoutNotes: follower,
    imageAddress(id) {
      const image = deck.images.get(id);
      return image ? imageAddress(image) : '';
    },
    live: { version, view, hashes: shown.slides.map(({ hash }) => hash) },
  }).join('');
}
