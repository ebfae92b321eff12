import { describe, expect, test } from 'vitest';
import { bookletSides } from '../../src/pdf/booklet.ts';

/** Folds sheets that lie on each other, and reads the booklet from its first page to its last. */
function readThrough(pages: number, dir: 'ltr' | 'rtl'): (number | undefined)[] {
  const sides = bookletSides(pages, dir).map(([left, right]) => (dir === 'ltr' ? [left, right] : [right, left]));
  // Half of a sheet's front is the page that the left half of its back goes on.
  const opening = sides.map(([, right], side) => (side % 2 === 0 ? right : sides[side]?.[0]));
  const closing = sides.map(([left], side) => (side % 2 === 0 ? left : sides[side]?.[1]));
  return [...opening, ...closing.toReversed()];
}

describe.each(['ltr', 'rtl'] as const)('a booklet (%s)', (dir) => {
  test.each([1, 2, 4, 5, 8, 11, 12, 30])('of %i pages is read in their order', (pages) => {
    const read = readThrough(pages, dir);
    expect(read).toHaveLength(Math.ceil(pages / 4) * 4);
    expect(read.slice(0, pages)).toEqual(Array.from({ length: pages }, (_, page) => page));
    expect(read.slice(pages).every((page) => page === undefined)).toBe(true);
  });
});

test('the first page of a booklet is on the right, or on the left where it is read from the right', () => {
  expect(bookletSides(4, 'ltr')).toEqual([
    [3, 0],
    [1, 2],
  ]);
  expect(bookletSides(3, 'rtl')).toEqual([
    [0, undefined],
    [2, 1],
  ]);
});
