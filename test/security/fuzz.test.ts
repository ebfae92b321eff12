import { expect, test } from 'vitest';
import { fuzzCompile } from '../fuzz/fuzz-compile.ts';

test('500 mutated decks neither throw nor hang, and mean the same twice', { timeout: 300_000 }, async () => {
  expect(await fuzzCompile({ from: 1, count: 500 })).toEqual([]);
});
