import { openReading } from './reading-view.ts';

/** The parts of reveal.js that moving through slides uses. */
export interface RevealSteps {
  getCurrentSlide: () => HTMLElement | null;
  getIndices: (slide?: Element) => { h: number; v?: number };
  slide: (h: number, v?: number) => void;
  nextFragment: () => boolean;
  prevFragment: () => boolean;
}

export interface SlideActions {
  going: Partial<Record<string, () => void>>;
  /** Goes to a slide by its number. */
  number: (number: number) => void;
}

/**
 * Goes through the slides as the presenter view does: slides that are below each other follow on one another, and are
 * gone through forwards by the same keys.
 *
 * @param numberOf - the number that a slide has for its audience.
 * @param went - called after each of them.
 */
export function slideActions(
  region: HTMLElement,
  reveal: RevealSteps,
  numberOf: (slide: HTMLElement) => string,
  went = (): void => {},
): SlideActions {
  const slides = (): HTMLElement[] => [...region.querySelectorAll<HTMLElement>('section.slide')];
  const goTo = (slide: HTMLElement | undefined): void => {
    if (!slide || slide === reveal.getCurrentSlide()) return;
    const { h, v } = reveal.getIndices(slide);
    reveal.slide(h, v);
  };
  const beside = (by: number): HTMLElement | undefined =>
    slides()[slides().findIndex((slide) => slide === reveal.getCurrentSlide()) + by];
  const then = (go: () => unknown) => (): void => {
    go();
    went();
  };
  return {
    going: {
      next: then(() => reveal.nextFragment() || goTo(beside(1))),
      back: then(() => reveal.prevFragment() || goTo(beside(-1))),
      first: then(() => goTo(slides()[0])),
      last: then(() => goTo(slides().at(-1))),
      read: openReading,
    },
    number: (number) => then(() => goTo(slides().find((slide) => numberOf(slide) === String(number))))(),
  };
}
