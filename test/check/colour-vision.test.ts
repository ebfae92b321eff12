import { expect, test } from 'vitest';
import { mostAlike } from '../../src/check/colour-vision.ts';

test.each([
  [['#ffffff', '#808080', '#7f7f7f'], [2, 3], 'deuteranopia', 0.0034],
  [['#000000', '#ffffff', '#000001'], [1, 3], 'tritanopia', 0.0343],
  [['#ff0000', '#0000ff', '#008a00'], [1, 3], 'protanopia', 0.1013],
  [['#0072b2', '#d55e00', '#f0e442', '#009e73'], [1, 4], 'tritanopia', 0.0855],
] as const)('of %j the most alike are %j, with %s', (colours, pair, vision, distance) => {
  const alike = mostAlike(colours);
  expect(alike).toMatchObject({ pair, vision });
  expect(alike?.distance).toBeCloseTo(distance, 4);
});

test('one colour is like no other', () => {
  expect(mostAlike(['#123456'])).toBeUndefined();
});
