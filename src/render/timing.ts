import { toString } from 'hast-util-to-string';
import type { PlannedSlide } from '../client/talk.ts';
import type { DeckMeta, Slide } from '../model/deck.ts';
import { LAYOUTS } from '../model/layouts.ts';

/** The planned time of a slide, in seconds from the start of the talk. */
export interface SlideTiming {
  start: number;
  length: number;
  /** The length is estimated from the notes, not planned; or an earlier one is, and so the start. */
  estimated: { start: boolean; length: boolean };
}

/**
 * Words a minute of somebody who speaks to an audience: the lower end of what audiobooks and talks are recorded at
 * (150), with room for a breath and a click.
 */
const WORDS_PER_MINUTE = 130;

/** Seconds added to the time of each slide's notes, since every slide takes some time. */
const LEAST = 10;

/**
 * Times of slides, by what is planned for them. Slides that have no time of their own share what is left of the talk's
 * `duration`, by the length of their notes; without one they take as long as their notes.
 */
export function timingsOf(
  slides: readonly Slide[],
  { lang, duration = 0 }: Pick<DeckMeta, 'lang' | 'duration'>,
): SlideTiming[] {
  const speaking = estimates(
    slides.map(({ notes }) => notes.map((node) => toString(node)).join(' ')),
    lang,
  );
  const planned = slides.map(({ settings }) => settings.duration);
  const share = duration - sum(planned.map((length) => length ?? 0));
  const weight = sum(speaking.map((length, index) => (planned[index] === undefined ? length + LEAST : 0)));
  const factor = share > 0 && weight > 0 ? share / weight : undefined;
  let start = 0;
  let guessed = false;
  return speaking.map((words, index) => {
    const own = planned[index];
    const length = own ?? (factor === undefined ? words : (words + LEAST) * factor);
    const estimated = { start: guessed, length: own === undefined };
    const timing = { start: Math.round(start), length: Math.round(length), estimated };
    start += length;
    guessed ||= own === undefined;
    return timing;
  });
}

/**
 * Plans a talk for the presenter view. Lengths are 0 where too little is known for a plan: the talk has no `duration`, and
 * fewer than half of its slides have one, or notes long enough to estimate it.
 */
export function talkPlan(slides: readonly Slide[], meta: Pick<DeckMeta, 'lang' | 'duration'>): PlannedSlide[] {
  const timings = timingsOf(slides, meta);
  const planned = meta.duration !== undefined || sayEnough(slides, timings);
  return slides.map(({ id, title, section, number, steps }, index) => {
    const { start, length } = (planned && timings[index]) || { start: 0, length: 0 };
    return { id, title, section, number, steps, start, length };
  });
}

/** Slides that are only announced, and those that go on with the slide before, count where they say something. */
function sayEnough(slides: readonly Slide[], timings: readonly SlideTiming[]): boolean {
  let [enough, counted] = [0, 0];
  for (const [index, { settings, continued }] of slides.entries()) {
    const known = settings.duration !== undefined || (timings[index]?.length ?? 0) >= LEAST;
    if (known) enough += 1;
    if (known || !(continued || LAYOUTS[settings.layout].withoutNotes)) counted += 1;
  }
  return enough > 0 && enough * 2 >= counted;
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

/** Estimates the seconds that texts take to speak, in steps of five. */
function estimates(texts: readonly string[], lang: string): number[] {
  // It costs more than all the rest; most decks are built before they have notes.
  if (texts.every((text) => text === '')) return texts.map(() => 0);
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  return texts.map((text) => {
    let words = 0;
    for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words += 1;
    return Math.ceil(((words / WORDS_PER_MINUTE) * 60) / 5) * 5;
  });
}
