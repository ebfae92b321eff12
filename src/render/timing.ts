import { toString } from 'hast-util-to-string';
import type { Slide } from '../model/deck.ts';

/** When a slide is to be shown, in seconds from the start of the talk. */
export interface SlideTiming {
  start: number;
  length: number;
  /** The length is reckoned from the notes, not planned; or an earlier one is, and so the start. */
  estimated: { start: boolean; length: boolean };
}

/**
 * Words a minute of somebody who speaks to an audience: the lower end of what audiobooks and talks are recorded at
 * (150), with room for a breath and a click.
 */
const WORDS_PER_MINUTE = 130;

/** Times of slides, by what is planned for them, or else by the length of their notes. */
export function timingsOf(slides: readonly Slide[], lang: string): SlideTiming[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  let start = 0;
  let guessed = false;
  return slides.map(({ settings, notes }) => {
    const planned = settings.duration;
    const length = planned ?? estimate(notes.map((node) => toString(node)).join(' '), segmenter);
    const timing = { start, length, estimated: { start: guessed, length: planned === undefined } };
    start += length;
    guessed ||= planned === undefined;
    return timing;
  });
}

/** Seconds, in steps of five. */
function estimate(text: string, segmenter: Intl.Segmenter): number {
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words += 1;
  return Math.ceil(((words / WORDS_PER_MINUTE) * 60) / 5) * 5;
}
