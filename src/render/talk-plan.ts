import type { DeckMeta, Slide } from '../model/deck.ts';
import type { PlannedSlide } from '../client/talk.ts';
import { timingsOf } from './timing.ts';

/** Plans a talk for the presenter view. Lengths are 0 where neither a duration nor speaker notes are given. */
export function talkPlan(slides: readonly Slide[], meta: Pick<DeckMeta, 'lang' | 'duration'>): PlannedSlide[] {
  const timings = timingsOf(slides, meta);
  return slides.map(({ id, title, section, number, steps }, index) => {
    const { start, length } = timings[index] ?? { start: 0, length: 0 };
    return { id, title, section, number, steps, start, length };
  });
}
