import { expect, test } from 'vitest';
import { builtInThemes } from '../../src/styles/find-theme.ts';
import { openDeck, settle, useBrowser } from '../support/browser.ts';
import { evaluate, make } from '../support/made-deck.ts';

const browser = useBrowser();

const LONG = `title: How tides shape the coast, the harbour and the people who live beside both of them
subtitle: Lecture 7 of Physical Geography – water, sediment and time
author: Dr Ingrid Vandermeersch
institution: Department of Geography, University of Ghent
event: Physical Geography GEO-214
date: 2026-11-12`;
const ADDRESS = 'ingrid.vandermeersch@geografie.ugent.example';
const END = `Questions: ${ADDRESS}\nOffice hours: Tuesday 14–16\n`;

/** The size of the smallest letters of a cover, in px of a slide that is 720 high. */
const SMALLEST = `Math.min(...[...document.querySelectorAll('.present .byline > span')].map((part) => {
  const zoom = Number(getComputedStyle(part.closest('.slide-body')).zoom);
  return Number.parseFloat(getComputedStyle(part).fontSize) * zoom * 720 / part.closest('.slide').clientHeight;
}))`;
const LINES_OF_LINK = `document.querySelector('.present a[href^=mailto]').getClientRects().length`;
/** The size of the title that is shown, and how many lines it has. */
const TITLE = `(() => {
  const title = document.querySelector('.present h2');
  const range = document.createRange();
  range.selectNodeContents(title);
  const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
  return [Number.parseFloat(getComputedStyle(title).fontSize), tops.size];
})()`;

test.each(await builtInThemes())('%s has room for long covers and addresses', async (name) => {
  for (const size of ['16:9', '4:3']) {
    const front = `---\n${LONG}\ntheme: ${name}\nsize: ${size}\n---\n`;
    const { html } = await make(`${front}\n## One\n\nWords.\n\n## Thank you\n\n${END}`, { to: ['html'] });
    const { page } = await openDeck(browser(), html);
    expect(await evaluate<number>(page, SMALLEST)).toBeGreaterThanOrEqual(20);
    await page.keyboard.press('End');
    await settle(page);
    if (size === '16:9') expect(await evaluate(page, LINES_OF_LINK)).toBe(1);
    await page.close();
  }
});

test('a title that is a little too long is on one line, a longer one has its size', async () => {
  const [almost, long] = [
    'Waiting times fell in every single region of it by now',
    'Waiting times fell in every region',
  ];
  const deck = [`Short`, almost, `${long} and in most of the towns`]
    .map((title) => `## ${title}\n\n- One\n- Two\n`)
    .join('\n');
  const { html } = await make(`---\ntheme: ledger\ncover: false\n---\n\n${deck}`, { to: ['html'] });
  const { page } = await openDeck(browser(), html);
  const titles: [size: number, lines: number][] = [];
  for (let index = 0; index < 3; index += 1) {
    titles.push(await evaluate(page, TITLE));
    await page.keyboard.press('ArrowRight');
    await settle(page);
  }
  const [[full = 0] = [], [fitted = 0, lines] = [], [size, more] = []] = titles;
  expect(lines).toBe(1);
  expect(fitted / full).toBeGreaterThan(0.86);
  expect(fitted).toBeLessThan(full);
  expect([size, more]).toEqual([full, 2]);
  await page.close();
});
