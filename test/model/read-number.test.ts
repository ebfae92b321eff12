import { expect, test } from 'vitest';
import { readNumber } from '../../src/model/read-number.ts';

test.each([
  ['1234', 1234],
  ['1,234.5', 1234.5],
  ['1,234', 1234],
  ['€ 3.10', 3.1],
  ['3.125', 3.125],
  ['−7 %', -7],
  ['+12\u00a0%', 12],
  ['1.2M', 1_200_000],
  ['340k', 340_000],
  ['10 000 km', undefined],
  ['10 000', 10_000],
  ['n/a', undefined],
  ['', undefined],
  ['-', undefined],
])('reads %s in English', (text, number) => {
  expect(readNumber(text, 'en')).toBe(number);
});

test.each([
  ['1.234,50 €', 1234.5],
  ['1.234', 1234],
  ['3,125', 3.125],
  ['3,5 Mio.', 3_500_000],
  ['-0,5', -0.5],
])('reads %s in German', (text, number) => {
  expect(readNumber(text, 'de')).toBe(number);
});
