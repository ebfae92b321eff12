import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { openDeck, places, temporaryFolder, useBrowser, watch } from '../support/browser.ts';
import { pagesAsText } from '../support/pdf-pages.ts';

const browser = useBrowser();
const DECK = `---
title: On paper
---

## One {#one}

Back to [two](#two).

::::steps
- red
- green
::::

:::notes
![Only here](note.svg)

NOBODY SHALL READ THIS
:::

## Two {#two}

\`\`\`js {1|2}
let a = 1;
let b = 2;
\`\`\`

<!-- A COMMENT -->

## Hidden {hidden}

A HIDDEN SLIDE

## Three

![A dot](dot.svg)
`;
/** The first slide of all and the last of a section stand in stacks, one slide in none. */
const STACKS = '---\nstacks: true\n---\n\n# A\n\n## One\n\none\n\n## Two\n\ntwo\n\n# B\n\n# C\n\n## Three\n\nthree\n';
const dot = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4" cx="4" cy="4" fill="${colour}"/></svg>`;
let folder: string;
const file = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(temporaryFolder(), 'lectern-test-'));
  await writeFile(file('talk.md'), DECK);
  await writeFile(file('stacks.md'), STACKS);
  await writeFile(file('dot.svg'), dot('red'));
  await writeFile(file('note.svg'), dot('blue'));
  const options = { decks: ['talk.md'], cwd: folder, browser: places };
  for (const report of [
    await build({ ...options, outDir: 'whole' }),
    await build({ ...options, decks: ['stacks.md'], outDir: 'whole' }),
    await build({ ...options, outDir: 'public', to: ['html'], withoutNotes: true }),
    await build({ ...options, outDir: 'public', to: ['html'], withoutNotes: true, assets: true }),
  ])
    expect(report.ok).toBe(true);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a deck printed by a browser', () => {
  test('has the pages of the PDF, and is what it was when that is over', async () => {
    const { page, complaints } = await openDeck(browser(), file('whole/talk.html'), '#/one');
    const state = (): Promise<unknown> =>
      page.evaluate(
        `[location.hash, document.querySelectorAll('.fragment.visible').length, document.querySelectorAll('section[hidden]').length, document.documentElement.className]`,
      );
    await page.keyboard.press('ArrowRight');
    const before = await state();
    const printed = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(await state()).toEqual(before);
    const [own, made] = [await pagesAsText(printed), await pagesAsText(readFileSync(file('whole/talk.pdf')))];
    // Readers put links in other places of a line.
    const letters = (texts: string[]): string[] =>
      texts.map((text) => [...text.replaceAll(' ', '')].toSorted().join(''));
    expect(letters(own)).toEqual(letters(made));
    expect(own[1]).toContain('green');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('with scripts off is there as a whole, on screen and on paper', async () => {
    const page = await browser().newPage();
    await page.setJavaScriptEnabled(false);
    const complaints = watch(page);
    await page.goto(`file://${file('whole/talk.html')}`);
    // Sections begin with their numbers.
    const printed = await pagesAsText(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    expect(printed).toHaveLength(4);
    expect(printed[1]).toContain('green');
    expect(printed.join()).not.toContain('NOBODY');
    const places = `[...document.querySelectorAll('section.slide')].map((slide) => slide.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom])`;
    const boxes = (await page.evaluate(places)) as [number, number][];
    boxes.forEach(([top], index) => expect(top).toBeGreaterThanOrEqual(boxes[index - 1]?.[1] ?? 0));
    expect(complaints.filter((line) => !line.includes('script'))).toEqual([]);
    await page.close();
  });
});

test('on a phone held upright slides stand below each other, as wide as the screen', async () => {
  const page = await browser().newPage();
  await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true });
  await page.goto(`file://${file('whole/talk.html')}#/two`);
  await page.waitForSelector('html[data-ready]');
  const boxes = (await page.evaluate(
    `[...document.querySelectorAll('section.slide')].map((slide) => slide.getBoundingClientRect()).map(({ left, width, top, bottom }) => [left, width, top, bottom].map(Math.round))`,
  )) as [left: number, width: number, top: number, bottom: number][];
  expect(boxes.map(([left, width]) => [left, width])).toEqual(boxes.map(() => [0, 390]));
  boxes.forEach(([, , top], index) => expect(top).toBeGreaterThanOrEqual(boxes[index - 1]?.[3] ?? -10_000));
  // The address named the third of four; as much as there is of it is on the screen.
  expect(boxes[2]?.[3]).toBeLessThanOrEqual(844);
  expect(await page.evaluate(`getComputedStyle([...document.querySelectorAll('.fragment')].at(-1)).visibility`)).toBe(
    'visible',
  );
  // Turned, it shows slides, from the one that was read.
  await page.setViewport({ width: 844, height: 390, isMobile: true, hasTouch: true });
  await page.waitForSelector('section.slide.present');
  await page.close();
});

describe('a deck with stacks', () => {
  const heights = `[...document.querySelectorAll('section.slide')].map((slide) => slide.getBoundingClientRect()).map(({ height, top }) => height > 50 && Math.round(top))`;

  test('has all slides on a phone held upright, below each other', async () => {
    const page = await browser().newPage();
    await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true });
    await page.goto(`file://${file('whole/stacks.html')}`);
    await page.waitForSelector('html[data-ready]');
    const tops = (await page.evaluate(heights)) as number[];
    expect(tops).toHaveLength(6);
    expect(tops.map(Number)).toEqual([...new Set(tops)].toSorted((a, b) => a - b));
    await page.close();
  });

  test.each([true, false])('has all slides on paper and on screen (scripts: %s)', async (scripts) => {
    const page = await browser().newPage();
    await page.setJavaScriptEnabled(scripts);
    await page.goto(`file://${file('whole/stacks.html')}`);
    if (scripts) await page.waitForSelector('html[data-ready]');
    else expect(((await page.evaluate(heights)) as number[]).filter((top) => top !== 0)).toHaveLength(5);
    const printed = await pagesAsText(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    expect(printed.map((text) => text.split(/\s+/).find((word) => !/^\d+$/.test(word)))).toEqual([
      'A',
      'One',
      'Two',
      'B',
      'C',
      'Three',
    ]);
    await page.close();
  });
});

describe('a deck for everyone', () => {
  const secrets = /NOBODY SHALL READ|A COMMENT|A HIDDEN SLIDE|Only here/;

  test('has no notes, comments or hidden slides in it', () => {
    expect(readFileSync(file('whole/talk.html'), 'utf8')).toContain('NOBODY SHALL READ');
    expect(readFileSync(file('whole/talk.html'), 'utf8')).not.toMatch(/A COMMENT|A HIDDEN SLIDE/);
    expect(readFileSync(file('public/talk.html'), 'utf8')).not.toMatch(secrets);
  });

  test('nor pictures of notes beside it', () => {
    expect(readFileSync(file('public/talk/index.html'), 'utf8')).not.toMatch(secrets);
    const drawings = readdirSync(file('public/talk/assets')).filter((name) => name.endsWith('.svg'));
    expect(drawings.map((name) => readFileSync(file(`public/talk/assets/${name}`), 'utf8'))).toEqual([dot('red')]);
  });

  test('can be presented all the same', async () => {
    const { page, complaints } = await openDeck(browser(), file('public/talk.html'));
    const opened = new Promise<import('puppeteer').Page>((resolve) =>
      page.once('popup', (popup) => resolve(popup as import('puppeteer').Page)),
    );
    await page.keyboard.press('s');
    const presenter = await opened;
    await presenter.waitForSelector('html[data-ready]');
    expect(complaints).toEqual([]);
    await presenter.close();
    await page.close();
  });
});
