import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { currentSlide, openDeck, places, temporaryFolder, useBrowser } from '../support/browser.ts';
import { giveTalk, openTalk } from '../support/talk.ts';

const browser = useBrowser();
const DECK = `---
title: To read
numbers: true
---

## One

A paragraph of a slide, with a note.[^1]

- a list
  - in a list

[^1]: At the foot.

## Two

::::columns
:::column
Left side
:::
:::column
Right side
:::
::::

| head | head |
| --- | --- |
| cell | cell |

## Three

\`\`\`csv chart=bar
quarter,sales
Q1,3
Q2,5
\`\`\`

## Four

:::cards
- **A lead** and what it means
- **Another**
:::

## Five {layout=image-left}

![A dot](dot.svg)

Words beside it
`;
let cwd: string;
const file = (theme: string): string => path.join(cwd, theme, 'talk.html');

beforeAll(async () => {
  cwd = await mkdtemp(path.join(temporaryFolder(), 'lectern-test-'));
  await writeFile(path.join(cwd, 'talk.md'), DECK);
  await writeFile(path.join(cwd, 'dot.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="900"/>');
  for (const theme of ['folio', 'beacon'])
    expect((await build({ decks: ['talk.md'], to: ['html'], theme, cwd, outDir: theme, browser: places })).ok).toBe(
      true,
    );
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

async function read(theme: string, width: number, phone = false): Promise<Page> {
  const page = await browser().newPage();
  onTestFinished(() => page.close());
  await page.setViewport({ width, height: 800, isMobile: phone, hasTouch: phone });
  await page.goto(`file://${file(theme)}${phone ? '' : '?read'}`);
  await page.waitForSelector('html[data-ready]');
  return page;
}

/** Sizes of all letters of text, in px of the window. */
const SIZES = `[...document.querySelectorAll('.slide-body :is(p, li, td, th)')].filter((one) => one.checkVisibility())
  .map((one) => parseFloat(getComputedStyle(one).fontSize) * one.currentCSSZoom)`;
const sizes = async (page: Page): Promise<number[]> => (await page.evaluate(SIZES)) as number[];
const leftOf = (page: Page, text: string): Promise<unknown> =>
  page.$eval(`::-p-text(${text})`, (one) => Math.round(one.getBoundingClientRect().left));

test.each(['folio', 'beacon'])('text grows with the zoom of its reader, and lines do not (%s)', async (theme) => {
  const zooms = [];
  // What browsers make of a window of 1280 px at 100, 200 and 400 %.
  for (const width of [1280, 640, 320]) {
    const page = await read(theme, width);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    const across = `[...document.querySelectorAll('.slide-body > *')].every((one) => one.getBoundingClientRect().right <= innerWidth)`;
    expect(await page.evaluate(across)).toBe(true);
    zooms.push(await sizes(page));
  }
  const [normal = [], double = [], fourfold = []] = zooms;
  expect(normal.length).toBeGreaterThan(8);
  expect(Math.min(...normal)).toBeGreaterThanOrEqual(16);
  expect(double).toEqual(normal);
  expect(fourfold).toEqual(normal);
});

test('on a phone text is as large as on other pages, one thing below the other', async () => {
  const page = await read('folio', 360, true);
  expect(Math.min(...(await sizes(page)))).toBeGreaterThanOrEqual(16);
  expect(await leftOf(page, 'Left side')).toBe(await leftOf(page, 'Right side'));
  const ends = `(({ bottom }, { top }) => bottom <= top)(document.querySelector('#five img').getBoundingClientRect(), document.querySelector('#five p').getBoundingClientRect())`;
  expect(await page.evaluate(ends)).toBe(true);
  await page.tap('.reading-back');
  await page.waitForSelector('html[data-ready] section.slide.present');
  expect(await page.evaluate('location.search')).toBe('?slides');
});

test('V and Escape lead to the page and back, at the same slide', async () => {
  const { page, complaints } = await openDeck(browser(), file('folio'), '#/three');
  onTestFinished(() => page.close());
  for (const back of ['v', 'Escape'] as const) {
    await page.keyboard.press('v');
    await page.waitForSelector('html[data-ready].reading');
    const top = `Math.round(document.getElementById('three').getBoundingClientRect().top)`;
    await page.waitForFunction(`${top} >= 0 && ${top} < 40`);
    expect(await page.evaluate(`document.getElementById('three').getAttribute('aria-label')`)).toBe('4');
    await page.keyboard.press(back);
    await page.waitForSelector('html[data-ready]:not(.reading)');
    expect(await currentSlide(page)).toBe('three');
  }
  expect(complaints).toEqual([]);
});

test('a page that the speaker reads has what is saved, and stays where it was read', async () => {
  const source = '## One\n\nfirst\n\n## Two\n\n::::steps\n- red\n- green\n::::\n\n## Three\n\nthird\n';
  const talk = await giveTalk({ 'talk.md': source });
  const page = await openTalk(browser(), talk.address);
  await page.setViewport({ width: 800, height: 300 });
  await page.keyboard.press('v');
  await page.waitForSelector('html[data-connected="true"].reading');
  await page.evaluate(`void (globalThis.marked = true)`);
  await page.evaluate(`document.getElementById('three').scrollIntoView()`);
  const top = `Math.round(document.getElementById('three').getBoundingClientRect().top)`;
  const before = await page.evaluate(top);
  await talk.save('talk.md', source.replace('first', `fresh\n\n${'more\n\n'.repeat(20)}`).replace('green', 'blue'));
  await page.waitForSelector('::-p-text(fresh)');
  expect(await page.evaluate(top)).toBe(before);
  // All steps are taken.
  const step = `getComputedStyle([...document.querySelectorAll('#two .fragment')].at(-1)).visibility`;
  expect(await page.evaluate(step)).toBe('visible');
  expect(await page.evaluate(`globalThis.marked`)).toBe(true);
});
