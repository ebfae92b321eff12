import { describe, expect, test } from 'vitest';
import { markAfter } from '../../src/client/light-table.ts';
import { overviewGrid, tablePlaces, tableSections } from '../../src/client/overview-grid.ts';

/** Rows of 2, 3, 1 and 3 slides, 100 px apart. */
const BOXES = [2, 3, 1, 3].flatMap((count, row) =>
  Array.from({ length: count }, (_, column) => ({ x: column * 200, y: row * 100 })),
);
const move = (key: string, at: number, view = 250, rtl = false): number | undefined =>
  markAfter(key, at, BOXES, { rtl, view: () => view });

describe('the mark of a light table', () => {
  test.each([
    ['ArrowRight', 1, 2],
    ['ArrowLeft', 2, 1],
    ['ArrowLeft', 0, 0],
    ['ArrowRight', 8, 8],
    ['ArrowDown', 1, 3],
    ['ArrowDown', 4, 5],
    ['ArrowDown', 5, 6],
    ['ArrowUp', 8, 5],
    ['ArrowUp', 1, 1],
    ['ArrowDown', 7, 7],
    ['PageDown', 1, 5],
    ['PageDown', 5, 6],
    ['PageUp', 8, 4],
    ['Home', 8, 0],
    ['End', 0, 8],
    ['x', 3, undefined],
  ] as const)('%s leads from slide %i to %s', (key, from, to) => {
    expect(move(key, from)).toBe(to);
  });

  test('goes to the other side in decks from right to left', () => {
    expect(move('ArrowLeft', 1, 250, true)).toBe(2);
    expect(move('ArrowRight', 2, 250, true)).toBe(1);
  });
});

describe('sections of a light table', () => {
  test('are its rows', () => {
    expect(tableSections(['', 'A', 'A', 'A', 'B', 'B'])).toEqual([
      { title: '', count: 1 },
      { title: 'A', count: 3 },
      { title: 'B', count: 2 },
    ]);
  });

  test('are left out where they are slides of their own', () => {
    expect(tableSections(['A', 'B', 'C', 'C'])).toEqual([{ title: '', count: 4 }]);
    expect(tableSections(['A', 'A'])).toEqual([{ title: '', count: 2 }]);
  });

  test('have a line for their title, and wrap', () => {
    expect(tablePlaces(tableSections(['', '', 'A', 'A', 'A', 'A']), 3, 90)).toEqual({
      rows: '90px 30px 38px 90px 30px 90px 30px',
      heads: [1, 3],
      slides: [
        [1, 1],
        [1, 2],
        [4, 1],
        [4, 2],
        [4, 3],
        [6, 1],
      ],
    });
  });

  test('stay in one row each, where their slides are large enough', () => {
    const sections = tableSections(['a', 'b', 'c', 'd', 'e'].flatMap((title) => Array<string>(6).fill(title)));
    expect(overviewGrid(1232, 672, sections, 9 / 16).columns).toBe(6);
    expect(overviewGrid(360, 700, sections, 9 / 16).columns).toBe(2);
  });
});
