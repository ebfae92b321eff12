import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { KeyInput, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { currentSlide, openDeck, root, settle, temporaryFolder, useBrowser } from '../support/browser.ts';

const browser = useBrowser();
let cwd: string;

/** Twelve slides in three sections, one with steps, one that is too full for its size. */
const SLIDES = Array.from({ length: 12 }, (_, index) =>
  index % 4 === 0
    ? `# Part ${index + 1}\n`
    : `## Slide ${index + 1}\n\n${index === 5 ? '- point\n'.repeat(16) : '::::steps\n- one\n- two\n::::\n'}`,
).join('\n');

beforeAll(async () => {
  cwd = await mkdtemp(path.join(temporaryFolder(), 'lectern-test-'));
  await writeFile(path.join(cwd, 'flat.md'), SLIDES);
  await writeFile(path.join(cwd, 'stacks.md'), `---\nstacks: true\n---\n\n${SLIDES}`);
  await writeFile(path.join(cwd, 'rtl.md'), `---\nlang: ar\n---\n\n${SLIDES}`);
  await writeFile(path.join(cwd, 'upright.md'), `---\nsize: 720x1280\n---\n\n${SLIDES}`);
  await writeFile(path.join(cwd, 'many.md'), `${SLIDES}\n`.repeat(20));
  const report = await build({ decks: ['flat.md', 'stacks.md', 'rtl.md', 'upright.md', 'many.md'], to: ['html'], cwd });
  expect(report.ok).toBe(true);
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

async function overviewOf(name: string, hash = ''): Promise<Page> {
  const { page } = await openDeck(browser(), path.join(cwd, 'dist', `${name}.html`), hash);
  await press(page, 'Escape');
  return page;
}

async function press(page: Page, ...keys: KeyInput[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  await settle(page);
}

/** Slides of which an eye sees at least the middle and all corners, none of them smaller than a stamp. */
async function seen(page: Page): Promise<string[]> {
  return (await page.evaluate(`[...document.querySelectorAll('section.slide')].filter((slide) => {
    const { left, top, right, bottom, width, height } = slide.getBoundingClientRect();
    const points = [[left + 14, top + 14], [right - 14, top + 14], [left + 14, bottom - 14], [right - 14, bottom - 14], [(left + right) / 2, (top + bottom) / 2]];
    return width > 60 && height > 60 && points.every(([x, y]) => document.elementFromPoint(x, y)?.closest('section.slide') === slide);
  }).map(({ id }) => id)`)) as string[];
}

const marked = (page: Page): Promise<unknown> => page.evaluate(`document.querySelector('section.marked')?.id`);

describe.each(['flat', 'stacks', 'rtl', 'upright'])('the overview of a deck (%s)', (name) => {
  test('shows all slides at once, in their order, with their titles', async () => {
    const page = await overviewOf(name);
    expect(await seen(page)).toHaveLength(12);
    expect(await page.$('iframe')).toBeNull();
    const titles = await page.evaluate(
      `[...document.querySelectorAll('.overview-title')].map((title) => title.textContent)`,
    );
    expect((titles as string[]).slice(0, 2)).toEqual(['1Part 1', '2Slide 2+2']);
    const rows = (await page.evaluate(
      `[...document.querySelectorAll('section.slide')].map((slide) => slide.getBoundingClientRect()).map(({ x, y }) => [Math.round(y), Math.round(x)])`,
    )) as [number, number][];
    const inOrder = rows.toSorted((a, b) => a[0] - b[0] || (name === 'rtl' ? b[1] - a[1] : a[1] - b[1]));
    expect(rows).toEqual(inOrder);
    expect(new Set(rows.map(([y]) => y)).size).toBeGreaterThan(1);
    // Each section begins a row, below its title.
    const begins = rows.map(([, x]) => x === rows[0]?.[1]);
    expect([begins[0], begins[4], begins[8]]).toEqual([true, true, true]);
    const heads = (await page.evaluate(
      `[...document.querySelectorAll('.overview-head')].map((head) => [head.textContent, Math.round(head.getBoundingClientRect().bottom)])`,
    )) as [string, number][];
    expect(heads.map(([text]) => text)).toEqual(['Part 14', 'Part 54', 'Part 94']);
    heads.forEach(([, bottom], index) => expect(bottom).toBeLessThanOrEqual(rows[index * 4]?.[0] ?? 0));
    await page.close();
  });

  test('goes where the mark or a click says, and nowhere with Escape', async () => {
    const page = await overviewOf(name);
    const forward: KeyInput = name === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    await press(page, forward, forward);
    expect(await marked(page)).toBe('slide-3');
    expect(await page.evaluate(`document.querySelector('[aria-current]').id`)).toBe('slide-3');
    expect(await page.evaluate(`document.activeElement.getAttribute('aria-label')`)).toBe('3 · Slide 3');
    await press(page, 'Enter');
    expect(await shown(page)).toEqual(['slide-3']);
    await press(page, 'o', 'End', 'Escape');
    expect(await shown(page)).toEqual(['slide-3']);
    await press(page, 'Escape');
    await page.click('#slide-8');
    await settle(page);
    expect(await shown(page)).toEqual(['slide-8']);
    expect(
      await page.evaluate(`document.querySelectorAll('section[role], section[tabindex], .overview-title').length`),
    ).toBe(0);
    expect(await page.evaluate(`document.querySelector('#slide-8').closest('[aria-hidden]')`)).toBeNull();
    expect(
      await page.evaluate(
        `document.querySelectorAll('section.slide:not([aria-hidden=true], [aria-hidden=true] *)').length`,
      ),
    ).toBe(1);
    await page.close();
  });

  async function shown(page: Page): Promise<string[]> {
    expect(await page.$('.reveal.overview')).toBeNull();
    return seen(page);
  }
});

test('the overview moves by rows, and shows steps and what was scaled to fit', async () => {
  const page = await overviewOf('flat');
  const box = (id: string): Promise<unknown> =>
    page.evaluate(`(({ x }) => x)(document.querySelector('#${id}').getBoundingClientRect())`);
  await press(page, 'ArrowRight', 'ArrowDown');
  const below = String(await marked(page));
  expect(below).not.toBe('slide-3');
  expect(await box(below)).toBe(await box('slide-2'));
  await press(page, 'ArrowUp');
  expect(await marked(page)).toBe('slide-2');
  expect(await page.evaluate(`getComputedStyle(document.querySelector('#slide-2 .fragment')).visibility`)).toBe(
    'visible',
  );
  expect(
    await page.evaluate(
      `(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.querySelector('#slide-6 .slide-body'))`,
    ),
  ).toBeLessThan(10);
  await page.close();
});

test('letters that are typed in the overview mark the next title with a word that begins with them', async () => {
  const page = await overviewOf('flat');
  await press(page, 's');
  expect(await marked(page)).toBe('slide-2');
  await press(page, 's');
  expect(await marked(page)).toBe('slide-3');
  await page.keyboard.type('lide 7');
  expect(await marked(page)).toBe('slide-7');
  await press(page, 'Enter');
  expect(await currentSlide(page)).toBe('slide-7');
  await page.close();
});

test('the overview of a long deck begins where the talk is and is scrolled by keys', async () => {
  const page = await overviewOf('many', '#slide-3-15');
  expect((await seen(page)).length).toBeGreaterThan(10);
  expect(await seen(page)).toContain('slide-3-15');
  await press(page, 'End');
  expect(await seen(page)).toContain(await marked(page));
  await press(page, 'Home');
  expect(await seen(page)).toContain('part-1');
  await press(page, '5', 'Enter');
  expect(await currentSlide(page)).toBe('part-5');
  await page.close();
});

test('the overview stays away while somebody writes, and where the audience sees black', async () => {
  const { page } = await openDeck(browser(), path.join(cwd, 'dist/flat.html'));
  await press(page, 'b', 'Escape');
  expect(await page.$('.reveal.overview')).toBeNull();
  await press(page, 'b');
  await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<input id="field">')`);
  await page.focus('#field');
  await press(page, 'o');
  expect(await page.$('.reveal.overview')).toBeNull();
  await page.close();
});

test('every theme has its slides in the overview, on a phone held sideways as well', async () => {
  for (const theme of ['folio', 'nocturne', 'beacon']) {
    await build({
      decks: [path.join(root, 'slides/tour.md')],
      to: ['html'],
      theme,
      cwd,
      outDir: path.join(cwd, theme),
    });
    const { page } = await openDeck(browser(), path.join(cwd, theme, 'tour.html'));
    await page.setViewport({ width: 844, height: 390, isMobile: true, hasTouch: true });
    await page.waitForSelector('html[data-ready]');
    await press(page, 'Escape');
    expect((await seen(page)).length, theme).toBeGreaterThan(3);
    await page.tap('#writing');
    await settle(page);
    expect(await currentSlide(page)).toBe('writing');
    await page.close();
  }
});
