import { expect, test } from 'vitest';
import { talkPlan, timingsOf } from '../../src/render/timing.ts';
import { compileText } from '../support/compile.ts';

const NOTES = (words: number): string => `:::notes\n${'word '.repeat(words)}\n:::\n`;

test('the presenter view and the speaker’s pages go by the same times', async () => {
  const text = `---\nduration: 90m\n---\n\n## A\n\n${NOTES(130)}\n## B {duration=30m}\n\n## C\n\n${NOTES(260)}`;
  const { deck } = await compileText(text);
  const timings = timingsOf(deck.slides, deck.meta);
  expect(timings.map(({ start, length }) => [start, length])).toEqual(
    talkPlan(deck.slides, deck.meta).map(({ start, length }) => [start, length]),
  );
  const [first, second, third] = timings;
  expect(second?.length).toBe(30 * 60);
  expect((third?.start ?? 0) + (third?.length ?? 0)).toBe(90 * 60);
  expect(third?.length).toBeGreaterThan(first?.length ?? Infinity);
  expect(timings.map(({ estimated }) => estimated.length)).toEqual([true, false, true]);
});

test('without a duration slides take as long as their notes', async () => {
  const { deck } = await compileText(`## A\n\n${NOTES(130)}\n## B\n\nNo notes`);
  expect(timingsOf(deck.slides, deck.meta).map(({ length }) => length)).toEqual([60, 0]);
});

async function lengths(source: string): Promise<number[]> {
  const { deck } = await compileText(source);
  return talkPlan(deck.slides, deck.meta).map(({ length }) => length);
}

const words = (count: number): string => `\n\n:::notes\n${'word '.repeat(count)}\n:::\n\n`;

test('slides share the time of the talk by the length of their notes', async () => {
  const found = await lengths(`---\nduration: 10m\n---\n\n## A {duration=4m}\n\n## B${words(130)}## C\n`);
  // One minute of notes, and ten seconds for each slide.
  expect(found).toEqual([240, 315, 45]);
});

test('without a length of the talk they take what their notes take', async () => {
  expect(await lengths(`## A {duration=4m}\n\n## B${words(130)}## C\n`)).toEqual([240, 60, 0]);
});

test('a plan that is longer than the talk stays what it is', async () => {
  expect(await lengths('---\nduration: 1m\n---\n\n## A {duration=4m}\n\n## B\n')).toEqual([240, 0]);
});

test.each([
  ['five words on one slide', '## A\n\n:::notes\nFive words are no plan.\n:::\n\n## B\n\n## C\n', [0, 0, 0]],
  ['key words on every slide', `## A${words(5)}## B${words(5)}`, [0, 0]],
  ['one slide with a duration of many', '## A {duration=4m}\n\n## B\n\n## C\n', [0, 0, 0]],
  ['slides without a word', '## A\n\n## B\n', [0, 0]],
])('%s are no plan', async (_, source, expected) => {
  expect(await lengths(source)).toEqual(expected);
});

test.each([
  ['half of the slides have one', `## A${words(26)}## B\n`, [15, 0]],
  [
    'all but dividers have one',
    `# Part\n\n## A${words(26)}# Next\n\n## B {duration=1m}\n\n# Last\n`,
    [0, 15, 0, 60, 0],
  ],
  ['the talk has one', '---\nduration: 1m\n---\n\n## A\n\n## B\n', [30, 30]],
])('a plan is made where %s', async (_, source, expected) => {
  expect(await lengths(source)).toEqual(expected);
});
