import { globSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../src/app/check.ts';
import { places, root } from '../support/browser.ts';

// Whoever begins with one of them, or copies one, begins without a message.
const decks = globSync('slides/*.md', { cwd: root }).toSorted();

test('there are decks to start from', () => {
  expect(decks.map((deck) => path.basename(deck, '.md'))).toEqual(
    expect.arrayContaining(['lecture', 'product-talk', 'python-at-work', 'quarterly-report', 'tour']),
  );
});

test.each(decks)('%s passes every check', async (deck) => {
  const { decks: checked } = await check({ decks: [deck], cwd: root, browser: places });
  expect(
    checked.flatMap(({ file, included }) => [file, ...included].flatMap((each) => each.messages.map(String))),
  ).toEqual([]);
});
