import type { Deck, Slide } from '../model/deck.ts';
import { LecternError } from '../model/errors.ts';

/**
 * Returns the slides that a selection such as `3-7,12,20-` names, by the numbers that are on them; slides that are not
 * counted are inside of ranges, and can be named as in `#id`. In the order of the deck.
 *
 * @throws LecternError `USAGE` where it is not a selection, or names nothing
 */
export function selectSlides({ slides }: Deck, selection: string | undefined): Slide[] {
  if (selection === undefined) return slides;
  const chosen = new Set<Slide>();
  const last = slides.findLast(({ number }) => number !== undefined)?.number ?? 0;
  for (const part of selection.split(',').map((text) => text.trim())) {
    const found = part.startsWith('#')
      ? slides.filter(({ id }) => id === part.slice(1))
      : inRange(slides, part, selection);
    if (found.length === 0) {
      throw new LecternError('USAGE', `no slide “${part}”, which --slides names`, {
        advice: last > 0 ? `The deck has slides 1 to ${last}.` : 'The deck has no numbered slides; write #id.',
      });
    }
    for (const slide of found) chosen.add(slide);
  }
  return slides.filter((slide) => chosen.has(slide));
}

function inRange(slides: readonly Slide[], part: string, selection: string): Slide[] {
  const match = /^(\d*)(-?)(\d*)$/.exec(part);
  const [, from = '', dash = '', to = ''] = match ?? [];
  if (!match || (from === '' && to === '')) {
    throw new LecternError('USAGE', `--slides is “${selection}”, expected numbers and ranges`, {
      advice: 'Write them as in --slides 3-7,12,20- or by id as in --slides #summary.',
    });
  }
  const first = from === '' ? 0 : Number(from);
  const last = dash === '' ? first : to === '' ? Number.POSITIVE_INFINITY : Number(to);
  const counted = slides.map(({ number = Number.NaN }) => number >= first && number <= last);
  if (!counted.includes(true)) return [];
  // What is open reaches the deck's ends, numbered or not.
  const start = from === '' ? 0 : counted.indexOf(true);
  const end = to === '' && dash !== '' ? slides.length : counted.lastIndexOf(true) + 1;
  return slides.slice(start, end);
}
