import type { Size } from '../model/deck.ts';
import { areaOf, MOST_NOTES, textHeight } from './handout-grid.ts';

/** Letters in points: to be read from a lectern, and in bad light. */
const SIZES = { usual: [14, 18], large: [20, 26] } as const;
/** The space between a slide and its notes, in mm. */
const BETWEEN = 15;

interface NotesRoom {
  paper: Size;
  /** Height of the slide above the notes, in mm. */
  slideHeight: number;
  large: boolean;
}

/**
 * Returns the size of the speaker's notes in points: one for all pages, and as large as lets most notes stay on the page of
 * their slide.
 *
 * @param lengths - as `noteLengths` returns them.
 */
export function notesSize(lengths: readonly number[], { paper, slideHeight, large }: NotesRoom): number {
  const [least, most] = SIZES[large ? 'large' : 'usual'];
  const { width, height } = areaOf(paper);
  const noted = lengths.filter((length) => length > 0).toSorted((one, other) => one - other);
  const length = noted[Math.floor(noted.length * MOST_NOTES)] ?? 0;
  let size: number = most;
  while (size > least && textHeight(length, { width, size }) > height - slideHeight - BETWEEN) size -= 1;
  return size;
}
