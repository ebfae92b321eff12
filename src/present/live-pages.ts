import { readPageParts, readServedCss, type ServedCss } from '../files/page-parts.ts';
import type { PageParts } from '../model/page-parts.ts';
import { deckDocument } from '../render/deck-document.ts';
import type { LiveOptions } from '../client/live-messages.ts';
import { imageAddresses, type LiveDeck } from './live-deck.ts';

export interface LivePageParts extends PageParts {
  servedCss: ServedCss;
}

/** Reads the scripts and styles of served pages. */
export async function readLivePageParts(): Promise<LivePageParts> {
  const [parts, servedCss] = await Promise.all([readPageParts('served'), readServedCss()]);
  return { ...parts, servedCss };
}

/** Renders the deck's page for one of its views. */
export function livePage(
  live: LiveDeck,
  { version, view, shared }: Omit<LiveOptions, 'hashes'>,
  page: LivePageParts,
): string {
  const { deck, themeOf, shown, words } = live;
  // A remote shows copies of slides, without reveal.js.
  const [plugins, pluginScript] = view === 'remote' ? [[]] : [live.plugins.reveal, page.plugins];
  const follower = view === 'follower';
  const { servedCss } = page;
  const presenterCss = {
    slides: page.presenterCss + servedCss.presenter,
    remote: page.presenterCss + servedCss.remote,
    follower: page.presenterCss,
  }[view];
  return deckDocument(deck, {
    words,
    css: '',
    styleSheet: shown.styleAddress,
    page: { ...page, presenterCss, plugins: pluginScript },
    plugins,
    themeOf,
    withoutNotes: follower,
    addresses: imageAddresses(deck),
    live: {
      version,
      view,
      shared,
      hashes: shown.slides.map(({ hash }) => hash),
      ...(follower && { audienceCss: servedCss.follower }),
    },
  }).join('');
}
