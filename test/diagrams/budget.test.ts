import { expect, test } from 'vitest';
import { createBudget, overBudget, spend } from '../../src/diagrams/budget.ts';

const refused = { problem: expect.stringContaining('other drawings of the deck take more than 30 s') as string };

/** Spends seconds one after the other, and returns what stands in the way of each drawing. */
function spendAll(seconds: readonly number[]): unknown[] {
  const budget = createBudget();
  return seconds.map((taken) => {
    const problem = overBudget(budget);
    if (!problem) spend(budget, taken * 1000);
    return problem;
  });
}

test('many slow drawings are given up, each with a reason', () => {
  expect(spendAll([10, 10, 10, 10, 10, 0.1])).toEqual([undefined, undefined, undefined, undefined, refused, refused]);
  expect(spendAll([30, 30, 30])).toEqual([undefined, undefined, refused]);
});

test('quick drawings are drawn, however many they are', () => {
  expect(new Set(spendAll(Array.from({ length: 500 }, () => 1.9)))).toEqual(new Set([undefined]));
});
