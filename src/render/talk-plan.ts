import type { DeckMeta, Slide } from '../model/deck.ts';
import type { PlannedSlide } from '../stage/in-page/talk.ts';
import { timingsOf } from './timing.ts';

/** Nobody shows a slide for no time at all: seconds on top of what its notes take. */
const LEAST = 10;

/**
 * What a presenter sees of a talk in advance. Slides that have no time of their own share what is left of the talk's
 * `duration`, by the length of their notes. All lengths are 0 where nothing is planned and nothing to be said.
 */
export function talkPlan(
  slides: readonly Slide[],
  { lang, duration }: Pick<DeckMeta, 'lang' | 'duration'>,
): PlannedSlide[] {
  const timings = timingsOf(slides, lang);
  const weights = timings.map(({ length, estimated }) => (estimated.length ? length + LEAST : 0));
  const planned = timings.reduce((sum, { length, estimated }) => sum + (estimated.length ? 0 : length), 0);
  const share = (duration ?? 0) - planned;
  const weight = weights.reduce((sum, one) => sum + one, 0);
  const factor = share > 0 && weight > 0 ? share / weight : undefined;
  let start = 0;
  return slides.map(({ id, title, section, number, steps }, index) => {
    const { length: said, estimated } = timings[index] ?? { length: 0, estimated: { length: true } };
    const length = estimated.length && factor !== undefined ? (weights[index] ?? 0) * factor : said;
    const slide = { id, title, section, number, steps, start: Math.round(start), length: Math.round(length) };
    start += length;
    return slide;
  });
}
