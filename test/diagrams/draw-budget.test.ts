import { expect, test } from 'vitest';
import { createBudget } from '../../src/diagrams/budget.ts';
import type { Drawn } from '../../src/model/drawing.ts';

const drawn: Drawn = { markup: '<svg/>', description: '' };
const refused = { problem: expect.stringContaining('other drawings of the deck take more than 30 s') as string };

/** Draws things that take so many seconds, and says what became of them. */
async function drawAll(seconds: number[], fails = false): Promise<unknown[]> {
  let time = 0;
  const budget = createBudget(() => time);
  const results: unknown[] = [];
  for (const taken of seconds) {
    const work = async (): Promise<Drawn> => {
      time += taken * 1000;
      if (fails) throw new Error('too slow');
      return drawn;
    };
    results.push(await budget(work).catch((error: unknown) => String(error)));
  }
  return results;
}

test('many slow drawings are given up, each with a reason', async () => {
  expect(await drawAll([10, 10, 10, 10, 10, 0.1])).toEqual([drawn, drawn, drawn, drawn, refused, refused]);
  expect(await drawAll([30, 30, 30], true)).toEqual(['Error: too slow', 'Error: too slow', refused]);
});

test('quick drawings are drawn, however many they are', async () => {
  const results = await drawAll(Array.from({ length: 500 }, () => 1.9));
  expect(new Set(results)).toEqual(new Set([drawn]));
});
