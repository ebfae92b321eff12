import { expect, test } from 'vitest';
import { readReport } from '../../src/cli/json-report.ts';

const DECK = { deck: 'a.md', slides: 1, seconds: 1, outputs: [], failed: [], messages: [] };
const MESSAGE = { file: 'a.md', severity: 'error', line: 1, column: 1, reason: 'x', rule: null };

test.each<[unknown]>([
  [null],
  [[]],
  ['text'],
  [{ ok: true }],
  [{ ok: 'yes', decks: [] }],
  [{ ok: true, decks: {} }],
  [{ ok: true, decks: [null] }],
  [{ ok: true, decks: [{ ...DECK, messages: 5 }] }],
  [{ ok: true, decks: [{ ...DECK, messages: [null] }] }],
  [{ ok: true, decks: [{ ...DECK, messages: [{ ...MESSAGE, reason: {} }] }] }],
  [{ ok: true, decks: [{ ...DECK, outputs: 'dist' }] }],
  [{ ok: true, decks: [{ ...DECK, error: 'x' }] }],
  [{ ok: true, decks: [], shard: { index: 1, count: 1e12, of: 1 } }],
])('%j is not a report', (report) => {
  expect(() => readReport(JSON.stringify(report), 'r.json')).toThrow('r.json is not a build report');
});

test('a report of a check is not one of a build', () => {
  const report = { ok: true, decks: [{ deck: 'a.md', slides: 1, seconds: 1, fixed: 0, messages: [] }] };
  expect(() => readReport(JSON.stringify(report), 'r.json')).toThrow('r.json is a report of “lectern check”');
});

test('a report is read', () => {
  const report = { ok: true, shard: { index: 1, count: 2, of: 3 }, decks: [{ ...DECK, messages: [MESSAGE] }] };
  expect(readReport(JSON.stringify(report), 'r.json')).toEqual(report);
});
