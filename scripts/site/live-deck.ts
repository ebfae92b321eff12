/** A deck inside a page: it is loaded when it is seen, or when someone starts it. */
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { escapeHtml } from './site.ts';

export interface LiveDeck {
  /** From the page. */
  address: string;
  title: string;
  /** Shown until someone starts the deck. */
  picture?: Element | undefined;
}

/** Renders the frame of a deck as an element. */
export function liveDeck(deck: LiveDeck): Element {
  const [only] = fromHtml(liveDeckHtml(deck), { fragment: true }).children;
  if (only?.type !== 'element') throw new Error('a live deck is one element');
  if (deck.picture) {
    const [stage] = only.children;
    if (stage?.type === 'element') stage.children.unshift(deck.picture);
  }
  return only;
}

/** Renders the frame of a deck. */
export function liveDeckHtml({ address, title, picture }: LiveDeck): string {
  const name = escapeHtml(title);
  const stage = picture
    ? `<button type="button" class="live-start" aria-label="Start: ${name}"><span>Start</span></button>`
    : `<iframe src="${address}" title="${name}" loading="lazy" allow="fullscreen"></iframe>`;
  return `<figure class="live" data-deck="${address}" data-title="${name}"><div class="live-stage">${stage}</div><figcaption><span>Click, then use the arrow keys</span><a href="${address}" target="_blank">Full screen</a></figcaption></figure>`;
}
