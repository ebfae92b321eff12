import { expect, test } from 'vitest';
import { talkPlan } from '../../src/render/talk-plan.ts';
import { timingsOf } from '../../src/render/timing.ts';
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
