import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readDuration } from '../../src/model/duration.ts';
import { draftText } from '../support/drafts.ts';

const ESSAY = readFileSync(path.join(import.meta.dirname, '../fixtures/draft/articles/essay.txt'), 'utf8');

/** Seconds that the slides of a deck are planned for. */
function plannedSeconds(deck: string): number[] {
  return [...deck.matchAll(/duration=(\w+)\}/g)].map(([, written = '']) => readDuration(written) ?? 0);
}

test('a longer talk shows more of the same article', async () => {
  const [short, long] = [await draftText(ESSAY, { duration: 180 }), await draftText(ESSAY, { duration: 900 })];
  expect(plannedSeconds(long.deck).length).toBeGreaterThan(plannedSeconds(short.deck).length);
});

test('each slide has its share of the time, by what is said on it', async () => {
  const { deck, total, plan } = await draftText(ESSAY, { duration: 600 });
  const seconds = plannedSeconds(deck);
  expect(deck).toContain('\nduration: 10m\n');
  expect(total).toBe(600);
  expect(seconds.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(600);
  expect(seconds.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(500);
  expect(seconds).toHaveLength(plan.sections.flatMap(({ slides }) => slides).length + (plan.closing ? 1 : 0));
});

test('where the notes take longer than the talk, the deck turns the rule about that off', async () => {
  const { deck, spoken, total } = await draftText(ESSAY, { duration: 60 });
  expect(spoken).toBeGreaterThan(total);
  expect(deck).toContain('speaking-time: off');
  expect((await draftText(ESSAY)).deck).not.toContain('speaking-time');
});

test('without a planned length, slides have no times, and the talk has that of its notes', async () => {
  const { deck, spoken, total } = await draftText(ESSAY);
  expect(plannedSeconds(deck)).toEqual([]);
  expect(total).toBeGreaterThanOrEqual(spoken);
});

test('each slide says in a comment which lines it is of', async () => {
  const { deck, rows } = await draftText(ESSAY);
  expect(deck).toMatch(/<!-- lines \d+–\d+: .+ -->/);
  // A slide begins where the one before it ends, or behind a blank line.
  expect(rows.flatMap(({ lines }) => lines.split('–').map(Number))).toEqual(
    rows.flatMap(({ lines }) => lines.split('–').map(Number)).toSorted((a, b) => a - b),
  );
  expect(rows[0]?.lines).toBe('3');
});
