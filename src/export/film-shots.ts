import type { Deck } from '../model/deck.ts';
import type { DeckPage } from '../render/pages.ts';

/** Seconds that one step fades into the next, and one slide into the next. */
const STEP_FADE = 0.2;
const SLIDE_FADE = 0.4;

/** How an image of a page is shown in a video. */
export interface ShotTimes {
  seconds: number;
  /** Seconds that the image before fades into this one; 0 where it is cut. */
  fade: number;
}

/** Returns how long each page is shown, and how the one before becomes it. @param hold - seconds */
export function shotTimes({ meta }: Deck, pages: readonly DeckPage[], hold: number): ShotTimes[] {
  return pages.map(({ slide, first }, index) => {
    if (index === 0) return { seconds: hold, fade: 0 };
    if (!first) return { seconds: hold, fade: STEP_FADE };
    const isCut = (slide.settings.transition ?? meta.transition) === 'none' && !slide.settings.autoAnimate;
    return { seconds: hold, fade: isCut ? 0 : SLIDE_FADE };
  });
}
