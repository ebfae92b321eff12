import { decodeAddress } from './follow-links.ts';
import type { OffscreenSlides } from './offscreen-slides.ts';
import type { TalkStore } from './talk-store.ts';

/**
 * Follows links in notes: those to slides move the talk, all others open elsewhere. Nothing replaces the page with the
 * notes.
 */
export function takeNoteLinks(notes: HTMLElement, store: TalkStore, offscreen: OffscreenSlides): void {
  notes.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    // Programs of their own, which open beside the browser.
    if (/^(?:mailto|tel):$/.test(link.protocol)) return;
    event.preventDefault();
    const href = link.getAttribute('href') ?? '';
    if (!href.startsWith('#')) return void window.open(link.href, '_blank', 'noopener');
    const id = decodeAddress(href.replace(/^#\/?/, ''));
    const slide = offscreen
      .all()
      .find((one) => one.id === id || one.querySelector(`[id="${CSS.escape(id)}"]`) !== null);
    if (slide) store.go({ slide: slide.id, step: 0 });
  });
}
