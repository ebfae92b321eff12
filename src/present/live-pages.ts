import { readPageParts, readRemoteCss } from '../files/page-parts.ts';
import type { PageParts } from '../model/page-parts.ts';
import { deckDocument } from '../render/deck-document.ts';
import type { LiveOptions } from '../client/live-messages.ts';
import { imageAddresses, type LiveDeck } from './live-deck.ts';

export interface LivePageParts extends PageParts {
  /** Styles of a phone as a remote control. */
  remoteCss: string;
}

/** Reads the scripts and styles of served pages. */
export async function readLivePageParts(): Promise<LivePageParts> {
  const [parts, remoteCss] = await Promise.all([readPageParts(), readRemoteCss()]);
  return { ...parts, remoteCss };
}

/** Renders the deck's page for one of its views. */
export function livePage(live: LiveDeck, version: string, view: LiveOptions['view'], page: LivePageParts): string {
  const { deck, themeOf, shown } = live;
  // A remote shows copies of slides, without reveal.js.
  const [plugins, pluginScript] = view === 'remote' ? [[]] : [live.plugins.reveal, page.plugins];
  const follower = view === 'follower';
  const presenterCss = { slides: page.presenterCss, remote: page.presenterCss + page.remoteCss, follower: '' }[view];
  return deckDocument(deck, {
    css: '',
    styleSheet: shown.styleAddress,
    page: { ...page, presenterCss, plugins: pluginScript },
    plugins,
    themeOf,
    withoutNotes: follower,
    addresses: imageAddresses(deck),
    live: { version, view, hashes: shown.slides.map(({ hash }) => hash) },
  }).join('');
}
