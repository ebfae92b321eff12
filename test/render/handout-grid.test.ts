import { describe, expect, test } from 'vitest';
import { DEFAULT_HANDOUT } from '../../src/markdown/handout-settings.ts';
import type { HandoutSettings } from '../../src/model/handout.ts';
import { handoutGrid, isLong, type PaperGrid } from '../../src/render/handout-grid.ts';

const WIDE = { width: 1280, height: 720 };
const gridOf = (settings: Partial<HandoutSettings>, noteLengths = [300]): PaperGrid =>
  handoutGrid({ ...DEFAULT_HANDOUT, ...settings }, { size: WIDE, noteLengths });

describe('a handout', () => {
  test('has as many slides as fit beside their notes', () => {
    expect(gridOf({})).toMatchObject({ columns: 1, rows: 4, rowHeight: 0, notes: 'beside' });
    expect(gridOf({}).slideWidth / gridOf({}).areaWidth).toBeGreaterThan(0.52);
    expect(gridOf({ paper: 'A5' }).rows).toBe(3);
  });

  test('on small paper leaves notes a width to read in, and breaks shorter ones', () => {
    const [small, large] = [gridOf({ paper: 'A5' }), gridOf({})];
    expect(small.areaWidth - small.slideWidth).toBeGreaterThan(55);
    // The same share of either page.
    const length = ({ areaWidth, paper }: PaperGrid): number => (areaWidth * paper.height) / 46;
    expect([isLong(length(small), small), isLong(length(large), large)]).toEqual([true, false]);
  });

  test('of a deck without notes has two large slides a page', () => {
    const { slideWidth, areaWidth, ...grid } = gridOf({}, [0, 0]);
    expect(grid).toMatchObject({ columns: 1, rows: 2, notes: 'none' });
    expect(slideWidth).toBe(areaWidth);
  });

  test.each([
    [1, 'landscape', 1, 1],
    [2, 'portrait', 1, 2],
    [4, 'landscape', 2, 2],
    [6, 'portrait', 2, 3],
    [8, 'portrait', 2, 4],
    [9, 'landscape', 3, 3],
    [12, 'landscape', 4, 3],
    [16, 'landscape', 4, 4],
  ] as const)('of %i slides alone turns the paper %s', (slides, orientation, columns, rows) => {
    const grid = gridOf({ slides, notes: 'none' });
    const isWide = grid.paper.width > grid.paper.height;
    expect([isWide ? 'landscape' : 'portrait', grid.columns, grid.rows]).toEqual([orientation, columns, rows]);
  });

  test('of two slides with notes below gives way to long notes', () => {
    const [short, long] = [gridOf({ slides: 2 }, [80]), gridOf({ slides: 2 }, [900])];
    expect(short.slideWidth).toBeCloseTo(short.areaWidth, 0);
    expect(long.slideWidth).toBeLessThan(0.85 * long.areaWidth);
  });

  test('keeps the orientation and the place of notes that somebody asks for', () => {
    expect(gridOf({ slides: 4, orientation: 'portrait' }).paper).toEqual({ width: 210, height: 297 });
    expect(gridOf({ slides: 4, notes: 'below' }).notes).toBe('below');
  });
});
