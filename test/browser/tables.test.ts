import { expect, test } from 'vitest';
import { openDeck, useBrowser } from '../support/browser.ts';
import { evaluate, make, pageText } from '../support/made-deck.ts';

const browser = useBrowser();

const ADDRESS = 'https://example.com/a/very/long/address/that/nobody/breaks';
const HASH = '95c226e0b1c3f3b6f9f5ad8c0b3f1c2a9e7d6b5c';

/** A table with a long word in its last column. */
function table(columns: number, word: string): string {
  const rows = [
    Array.from({ length: columns }, (_, at) => `Head ${at}`),
    Array.from({ length: columns }, () => '---'),
    [...Array.from({ length: columns - 1 }, () => 'seven'), word],
  ];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Tells how many letters of the last cell stand on each line, and whether the table is as wide as the slide at most. */
const LINES = `(() => {
  const cell = document.querySelector('.present td:last-child');
  const letters = new Map();
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (let at = 0; at < node.length; at += 1) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const top = Math.round([...range.getClientRects()].at(-1).top);
      letters.set(top, (letters.get(top) ?? '') + node.data[at]);
    }
  const body = document.querySelector('.present .slide-body');
  return { lines: [...letters.values()], overflow: body.scrollWidth - body.clientWidth };
})()`;

test.each([
  [3, ADDRESS],
  [6, ADDRESS],
  [8, HASH],
  [12, ADDRESS],
  [12, HASH],
  [12, '`/usr/local/share/lectern/themes/base/looks.css`'],
])('in a table of %i columns %s breaks between its parts, and into few lines', async (columns, word) => {
  const { html } = await make(`## Table\n\n${table(columns, word)}\n`, { to: ['html'] });
  const { page } = await openDeck(browser(), html);
  const { lines, overflow } = await evaluate<{ lines: string[]; overflow: number }>(page, LINES);
  await page.close();
  expect(lines.join('')).toBe(word.replaceAll('`', ''));
  expect(lines.length).toBeLessThanOrEqual(6);
  // No line but the last is a remnant of a few letters.
  for (const line of lines.slice(0, -1)) expect(line.length).toBeGreaterThanOrEqual(6);
  // Parts that can be read stay whole.
  for (const line of lines.slice(0, -1)) if (word !== HASH) expect(line).toMatch(/[/m]$|example$/);
  expect(overflow).toBeLessThanOrEqual(1);
});

test('words of a table are hyphenated on paper where they are on the screen', async () => {
  const cells = [
    '1',
    'Baugenehmigungsverfahren',
    'Bundesverwaltungsgericht',
    'offen',
    'heute',
    'Sachbearbeiterin',
    'Ort',
  ];
  const deck = `---\nlang: de\n---\n\n## Anträge\n\n|${'A|'.repeat(7)}\n|${'-|'.repeat(7)}\n| ${cells.join(' | ')} |\n`;
  const { html, pdf } = await make(deck, { to: ['html', 'pdf'] });
  const { page } = await openDeck(browser(), html);
  const second = (await evaluate<{ lines: string[] }>(page, LINES.replace('td:last-child', 'td:nth-child(2)'))).lines;
  await page.close();
  const seen = second.map((line) => line.replaceAll('\u00AD', ''));
  expect(seen.length).toBeGreaterThan(1);
  expect(await pageText(await pdf(), 1)).toMatch(new RegExp(seen.join(String.raw`\s*[-\u00AD]\s*`)));
});

test('bars of a column begin at one line, and are as long as their numbers say', async () => {
  const deck = `## Bars\n\n| A | B |\n| - | -: |\n| one | 10 |\n| two | 5 |\n| three | -5 |\n\n: {bars=B}\n`;
  const { html } = await make(deck, { to: ['html'] });
  const { page } = await openDeck(browser(), html);
  const found = await evaluate<{ start: number; end: number }[]>(
    page,
    `[...document.querySelectorAll('.present .cell-bar')].map((bar) => {
      const box = bar.getBoundingClientRect();
      const { left, right } = getComputedStyle(bar, '::before');
      const zoom = bar.currentCSSZoom / document.querySelector('.present').currentCSSZoom;
      return { start: Number.parseFloat(left) * zoom, end: box.width - Number.parseFloat(right) * zoom };
    })`,
  );
  const [ten = { start: 0, end: 0 }, five = { start: 0, end: 0 }, minus = { start: 0, end: 0 }] = found;
  expect(five.start).toBeCloseTo(ten.start, 0);
  expect(minus.end).toBeCloseTo(ten.start, 0);
  expect((five.end - five.start) / (ten.end - ten.start)).toBeCloseTo(0.5, 1);
  expect((minus.end - minus.start) / (ten.end - ten.start)).toBeCloseTo(0.5, 1);
  await page.close();
});
