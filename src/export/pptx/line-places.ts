import type { Paragraph } from '../../client/shapes/measured.ts';

/** Lines of LibreOffice and of older programs, as shares of the size of letters, whatever the font. */
const LINE = 1.2;
const BELOW = 0.2;
/** Fonts with lines that are higher or lower by more than this share look different in each program. */
const LIKE = 0.075;

/**
 * Returns the height of lines as a share of what the font itself wants; `undefined` where it has to be exact.
 *
 * A share follows letters that are made larger. But a program that lacks the font, or gives all fonts the same lines, takes
 * it of something else: lines of fonts that are unlike others are as far apart as they are shown. So are those of code.
 */
export function leadingShare({ leading, natural, tag, runs }: Paragraph): number | undefined {
  const share = leading / (natural || leading);
  if (tag === 'code') return undefined;
  const isLike = Math.abs(natural / (LINE * sizeOf(runs)) - 1) < LIKE;
  return isLike || Math.abs(share - 1) < 0.005 ? share : undefined;
}

/**
 * Returns px from where a presentation begins a paragraph to the feet of the letters on its first line: all room beside
 * what the font wants is above them. Programs differ in what a font wants, and this is between them.
 */
export function riseOf(paragraph: Paragraph): number {
  const { leading, natural, runs } = paragraph;
  const share = leadingShare(paragraph);
  const own = leading - descentOf(paragraph);
  const size = sizeOf(runs);
  if (share === undefined) return (own + leading - BELOW * size) / 2;
  const line = share * LINE * size;
  const other = share < 1 ? line * (1 - BELOW / LINE) : line - BELOW * size;
  return natural === 0 ? own : (own + other) / 2;
}

/** Returns px from the feet of the letters on the last line to where a presentation ends a paragraph. */
function dropOf(paragraph: Paragraph): number {
  return (descentOf(paragraph) + BELOW * sizeOf(paragraph.runs)) / 2;
}

/** Returns the place of the feet of the letters on the first line, on the slide. */
export function firstFeet(paragraph: Paragraph): number {
  const { box, leading, natural, ascent } = paragraph;
  return box.y + (leading - natural) / 2 + ascent;
}

function lastFeet(paragraph: Paragraph): number {
  const { box, leading, natural } = paragraph;
  return box.y + box.height - (leading - natural) / 2 - descentOf(paragraph);
}

/** Returns px between two paragraphs in a presentation. */
export function gapBetween(before: Paragraph, after: Paragraph): number {
  return Math.max(0, firstFeet(after) - riseOf(after) - lastFeet(before) - dropOf(before));
}

function descentOf({ natural, ascent }: Paragraph): number {
  return natural - ascent;
}

/** The size of the largest letters, which lines are as high as. */
function sizeOf(runs: Paragraph['runs']): number {
  return Math.max(1, ...runs.filter(({ baseline }) => baseline === undefined).map(({ size }) => size));
}
