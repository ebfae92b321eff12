import { expect, test } from 'vitest';
import { fuzzBrowser } from '../fuzz/fuzz-browser.ts';

test('50 mutated decks are written, equal twice, and open without a complaint or a request', async () => {
  expect(await fuzzBrowser({ from: 1, count: 50 })).toEqual([]);
});
