import type { ServedWords } from '../model/talk-words.ts';
import { createFaultOverlay } from './fault-overlay.ts';
import type { LivePage } from './live-page.ts';
import { placeOfSame, replaceSlides } from './patch-deck.ts';
import type { Reading } from './reading-view.ts';
import { markSteps } from './preview.ts';
import type { RevealTalk, SlidesWindow } from './slides-window.ts';

/**
 * Makes of a page to read a window that follows the speaker: it scrolls to the slide that is shown, which has the steps
 * that were taken. Its reader leaves the speaker by scrolling away.
 */
export function readingWindow(region: HTMLElement, { slides, seen, refresh }: Reading): SlidesWindow {
  const listeners: (() => void)[] = [];
  let at: { slide: HTMLElement | undefined; step: number | undefined } = { slide: seen(), step: undefined };
  let black = false;
  // What is scrolled to is not scrolled by the reader.
  let led = false;
  window.addEventListener('scroll', () => {
    const slide = seen();
    if (led || slide === at.slide) return;
    if (at.slide) markSteps(at.slide, Infinity);
    at = { slide, step: undefined };
    for (const listener of listeners) listener();
  });
  window.addEventListener('scrollend', () => (led = false));
  for (const type of ['wheel', 'touchmove', 'keydown'])
    window.addEventListener(type, () => (led = false), { passive: true });
  const reveal: RevealTalk = {
    on: (type, listener) => type === 'slidechanged' && listeners.push(listener),
    getCurrentSlide: () => at.slide ?? null,
    getIndices(slide) {
      const h = slides().indexOf((slide ?? at.slide) as HTMLElement);
      return slide || at.step === undefined ? { h } : { h, f: at.step };
    },
    slide(h, _, step) {
      const slide = slides()[h];
      if (!slide) return;
      if (at.slide && at.slide !== slide) markSteps(at.slide, Infinity);
      const moves = at.slide !== slide;
      at = { slide, step };
      markSteps(slide, step === undefined ? Infinity : step + 1);
      if (!moves) return;
      led = true;
      slide.scrollIntoView();
    },
    nextFragment: () => false,
    prevFragment: () => false,
    togglePause(paused) {
      black = paused;
      document.documentElement.classList.toggle('reading-black', paused);
    },
    isPaused: () => black,
    sync: refresh,
    syncFragments: refresh,
  };
  return { reveal, region, restyle: () => {}, overview: () => {}, search: () => {} };
}

/** Keeps a page that the speaker reads what it is on the disk. What is being read stays where it is in the window. */
export function connectReading(
  page: LivePage,
  region: HTMLElement,
  { slides, seen, refresh }: Reading,
  words: ServedWords,
): void {
  const overlay = createFaultOverlay(() => false, words);
  const top = (slide: HTMLElement | undefined): number => slide?.getBoundingClientRect().top ?? 0;
  // Browsers that keep the place by themselves would move the page twice.
  document.documentElement.style.overflowAnchor = 'none';
  page.connect({
    put(changed) {
      const [container, read, old] = [region.querySelector('.slides'), seen(), slides()];
      const before = top(read);
      if (container) replaceSlides(container, changed);
      refresh();
      const ids = [old, changed].map((some) => some.map(({ id }) => id)) as [string[], string[]];
      scrollBy({ top: top(changed[placeOfSame(read?.id ?? '', ...ids)]) - before, behavior: 'instant' });
    },
    restyle: () => {},
    faults: ({ faults }) => overlay(faults),
    findings: () => {},
  });
}
