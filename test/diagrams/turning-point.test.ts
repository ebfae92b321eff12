import { expect, test } from 'vitest';
import { turningPoint } from '../../src/diagrams/charts/turning-point.ts';

test.each([
  ['a peak', [1200, 1240, 53_000, 2400, 1300], 2],
  ['a dip', [99, 98, 12, 97, 99], 2],
  ['a peak beside a missing figure', [3, null, 9, 4, 3], 2],
  ['no growth', [1, 2, 3, 8], undefined],
  ['no small wave', [10, 12, 9, 11], undefined],
  ['no peak that comes twice', [1, 9, 2, 9, 1], undefined],
  ['nothing in level figures', [0, 0, 0, 0], undefined],
  ['nothing below zero', [1, -4, 9, 1], undefined],
  ['nothing in three points', [1, 9, 1], undefined],
])('finds %s', (_, values, row) => {
  expect(turningPoint(values)).toBe(row);
});
