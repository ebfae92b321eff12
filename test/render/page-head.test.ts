import { describe, expect, test } from 'vitest';
import { pageHead } from '../../src/render/page-head.ts';

const A4 = 210;
const head = (title: string, authors = 'Ada Lovelace', date = '2026-11-23') =>
  pageHead({ title, authors, date, dir: 'ltr' }, A4);

describe('the head of a page', () => {
  test('has title and byline as they are where both fit on a line', () => {
    expect(head('A talk')).toEqual({ title: 'A talk', byline: 'Ada Lovelace · 2026-11-23', widths: [55, 45] });
    expect(head('A talk', '', '').byline).toBe('');
  });

  test('gives the one what the other leaves', () => {
    const long = 'A fairly long title of a talk, as conference talks have them, about the state of everything';
    const { title, widths } = head(long, 'Ada', '');
    expect(title).toBe(long);
    expect(widths).toEqual([70, 30]);
    expect(head(long, '', '').widths).toEqual([100, 0]);
    expect(head('T', 'Ada Lovelace, Charles Babbage, Grace Hopper, Alan Turing, Edsger Dijkstra').widths).toEqual([
      35, 65,
    ]);
  });

  test('ends in an ellipsis behind a word where no room is left, and keeps the date', () => {
    const { title, byline } = head('many words '.repeat(60), 'Ada Lovelace, '.repeat(60));
    expect(title).toMatch(/^(?:many words )+many(?: words)?…$/);
    expect(title.length).toBeLessThan(220);
    expect(byline).toMatch(/(?:Ada|Lovelace)… · 2026-11-23$/);
    expect(byline.length).toBeLessThan(220);
  });

  test('breaks words that are longer than a line anywhere, and no others', () => {
    expect(head(`${'x'.repeat(100)} and more`).title).toBe(`${'x'.repeat(100).split('').join('\u200B')} and more`);
    expect(head('e\u0301'.repeat(90)).title).toContain('e\u0301\u200Be\u0301');
  });

  test('counts wide letters as wide', () => {
    expect(head('題'.repeat(60)).widths).not.toEqual([55, 45]);
    expect(head('題'.repeat(30)).widths).toEqual([55, 45]);
  });

  test('keeps the numbers of a date with the date in right-to-left decks', () => {
    const { byline } = pageHead({ title: 'T', authors: 'Ada', date: '23 نوفمبر 2026', dir: 'rtl' }, A4);
    expect(byline).toBe('\u2068Ada\u2069 · \u206823 نوفمبر 2026\u2069');
  });
});
