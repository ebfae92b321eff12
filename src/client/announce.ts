import { hideTwice, slideName, spokenText } from './slide-names.ts';
import type { PlannedSlide } from './talk.ts';

/** The parts of reveal.js that announcing uses. */
export interface RevealNews {
  getCurrentSlide: () => HTMLElement | null;
  on: (type: string, listener: (event: Event) => void) => void;
}

/**
 * Tells screen readers, and the window's title, which slide is shown. reveal.js would read out the styles of drawings, and
 * none of their descriptions.
 */
export function announceSlides(region: HTMLElement, reveal: RevealNews, plan: readonly PlannedSlide[]): void {
  const old = region.querySelector('.aria-status');
  const status = (old?.cloneNode() ?? document.createElement('div')) as HTMLElement;
  old?.replaceWith(status);
  let [deck, named, clearing] = [document.title, '', 0];
  const say = (text: string): void => {
    status.textContent = text;
    clearTimeout(clearing);
    // Screen readers that read the whole page find the slide itself.
    clearing = window.setTimeout(() => status.replaceChildren(), 1500);
  };
  const announce = (): void => {
    const slide = reveal.getCurrentSlide();
    if (!slide) return;
    hideTwice(slide);
    const { number, title } = slideName(slide, plan);
    const text = spokenText(slide) || title;
    status.lang = slide.closest<HTMLElement>('[lang]')?.lang ?? '';
    say(number ? `${number}. ${text}` : text);
    // A deck that was saved may have another title.
    if (document.title !== named) deck = document.title;
    named = title && title !== deck ? `${title} – ${deck}` : deck;
    document.title = named;
  };
  reveal.on('slidechanged', () => requestAnimationFrame(announce));
  reveal.on('fragmentshown', (event) => {
    const { fragments = [] } = event as Event & { fragments?: Element[] };
    say(fragments.map((fragment) => spokenText(fragment)).join(' '));
  });
  announce();
}
