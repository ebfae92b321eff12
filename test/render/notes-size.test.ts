import { describe, expect, test } from 'vitest';
import { notesSize } from '../../src/render/notes-size.ts';

const ROOM = { paper: { width: 210, height: 297 }, slideHeight: 59, large: false };

describe('the letters of the speaker’s pages', () => {
  test('are as large as lets most notes stay on one page', () => {
    const sizes = [0, 1000, 1300, 1500, 1700, 20_000].map((length) => notesSize([length], ROOM));
    expect(sizes[0]).toBe(18);
    expect(sizes.at(-1)).toBe(14);
    expect(new Set(sizes).size).toBeGreaterThan(2);
    expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
  });

  test('do not follow a single slide with long notes', () => {
    expect(notesSize([...Array.from({ length: 19 }, () => 200), 20_000], ROOM)).toBe(18);
  });

  test('are larger on request', () => {
    for (const length of [200, 20_000])
      expect(notesSize([length], { ...ROOM, large: true })).toBeGreaterThan(notesSize([length], ROOM));
  });
});
