import type { PageParts } from '../model/page-parts.ts';
import { deckDocument } from '../render/deck-document.ts';
import { slideHtml } from '../render/slide-html.ts';
import { talkPlan } from '../render/talk-plan.ts';
import type { DeckPatch, LiveOptions } from '../stage/in-page/live-messages.ts';
import { imageAddress, withAddresses, type LiveDeck } from './live-deck.ts';

/** The deck's page for one of its views. */
export function livePage(live: LiveDeck, version: string, view: LiveOptions['view'], page: PageParts): string {
  const { deck, themeOf, styleAddress, slides } = live;
  const follower = view === 'follower';
  return deckDocument(deck, {
    css: '',
    styleSheet: styleAddress,
    page: follower ? { ...page, presenterCss: '' } : page,
    themeOf,
    withoutNotes: follower,
    imageAddress(id) {
      const image = deck.images.get(id);
      return image ? imageAddress(image) : '';
    },
    live: { version, view, hashes: slides.map(({ hash }) => hash) },
  }).join('');
}

/** @param known - hashes of slides whose HTML pages have already. */
export function deckPatch(live: LiveDeck, version: string, known: ReadonlySet<string>): DeckPatch {
  const { deck, slides, styleAddress } = live;
  return {
    type: 'deck',
    version,
    title: deck.meta.title,
    plan: talkPlan(deck.slides, deck.meta),
    slides: slides.map(({ hash, html }) => (known.has(hash) ? { hash } : { hash, html })),
    style: styleAddress,
  };
}

/** A patch without what is meant for the speaker. */
export function publicPatch({ deck, themeOf, slides }: LiveDeck, patch: DeckPatch): DeckPatch {
  const byHash = new Map(slides.map(({ hash }, index) => [hash, deck.slides[index]]));
  return {
    ...patch,
    plan: [],
    slides: patch.slides.map(({ hash, html }) => {
      const slide = byHash.get(hash);
      if (html === undefined || !slide) return { hash };
      return { hash, html: withAddresses(slideHtml(slide, deck, { output: 'deck', themeOf }), deck) };
    }),
  };
}

/** What a page cannot take up while it is open. */
export function frameOf({ deck, slides }: LiveDeck): string {
  const { size, lang, dir, transition, html, stacks } = deck.meta;
  return JSON.stringify([size, lang, dir, transition, html, stacks && slides.map(({ hash }) => hash)]);
}

/** Everything that a page shows of a deck. */
export function looksOf(live: LiveDeck): string {
  const { title, duration } = live.deck.meta;
  return JSON.stringify([frameOf(live), title, duration, live.styleAddress, live.slides.map(({ hash }) => hash)]);
}
