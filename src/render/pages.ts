import type { Deck, Slide } from '../model/deck.ts';

/** A page of a printed document. */
export interface DeckPage {
  slide: Slide;
  /** Steps taken. */
  step: number;
  /** The slide's first page, the target of its links and its bookmark. */
  first: boolean;
  /** The page label that readers show: `3`, or `3.2`; empty on uncounted slides. */
  label: string;
  /** The deck whose footer it has, where that is another one. */
  deck?: Deck;
}

/**
 * Returns the pages of a deck: one a slide in its last state, or one for each step.
 *
 * @param options.shown - the slides to print. Default: all.
 */
export function deckPages(
  { slides }: Deck,
  { steps, shown = slides }: { steps: boolean; shown?: readonly Slide[] },
): DeckPage[] {
  return shown.flatMap((slide) => {
    const label = slide.number === undefined ? '' : String(slide.number);
    if (!steps || slide.steps === 0) return [{ slide, step: slide.steps, first: true, label }];
    return Array.from({ length: slide.steps + 1 }, (_, step) => ({
      slide,
      step,
      first: step === 0,
      label: label && `${label}.${step + 1}`,
    }));
  });
}
