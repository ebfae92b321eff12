import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import type { Page } from 'puppeteer';
import { previewThemes } from '../../src/app/preview-themes.ts';
import { findTheme } from '../../src/styles/find-theme.ts';
import { places, root, useBrowser } from '../support/browser.ts';
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';

const browser = useBrowser();
const OWN = `:root { --deck-brand: #0a6b4d; --r-background-color: #fdfaf3; --r-heading-font: serif }`;
let file: string;

beforeAll(async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lectern-test-'));
  writeFileSync(path.join(folder, 'mine.css'), OWN);
  const themes = ['folio', 'nocturne', path.join(folder, 'mine.css')].map((call) => {
    const source = findTheme(call, root);
    if (!source) throw new Error(`no theme ${call}`);
    return { call: call === source.file ? './mine.css' : call, source };
  });
  [file = ''] = await previewThemes({ themes, to: 'html', outDir: folder, browser: places });
});

async function open(width: number): Promise<Page> {
  const page = await browser().newPage();
  await page.setViewport({ width, height: 900 });
  await page.goto(pathToFileURL(file).href);
  await page.waitForSelector('html[data-ready]');
  return page;
}

test('names colours and sizes of each theme, with the line to copy', async () => {
  const page = await open(1440);
  const accents = await page.$$eval('.palette [data-colour="--deck-accent"]', (found) =>
    found.map(({ textContent }) => textContent),
  );
  expect(accents).toHaveLength(9);
  expect(accents[0]).toBe('#a8321c');
  for (const accent of accents) expect(accent).toMatch(/^#[0-9a-f]{6}$/);
  const sizes = await page.$$eval('#folio [data-size-of]', (found) => found.map(({ textContent }) => textContent));
  expect(sizes).toContainEqual(expect.stringMatching(/^Inter 400 · \d\d px$/));
  expect(sizes[0]).toMatch(/^Source Serif 4 600 · \d+ px$/);
  const lines = await page.$$eval('.line code', (found) => found.map(({ textContent }) => textContent));
  expect(lines).toEqual(['theme: folio', 'theme: nocturne', 'theme: ./mine.css']);
  await page.close();
});

test('gives all slides another tone by the keyboard, and their own back', async () => {
  const page = await open(1440);
  const grounds = (): Promise<string[]> =>
    page.$$eval('#folio .cells .slide[data-layout=default]', (slides) =>
      slides.map((slide) => getComputedStyle(slide).backgroundColor),
    );
  const own = await grounds();
  await page.focus('input[name=tone]:checked');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(new Set(await grounds())).toEqual(new Set(['rgb(31, 28, 26)']));
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  expect(await grounds()).toEqual(own);
  await page.close();
});

test.each([1440, 400])('shows slides whole in a window of %i px, and nothing beside the page', async (width) => {
  const page = await open(width);
  const seen = await page.evaluate(() => ({
    beside: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    frames: [...document.querySelectorAll('.frame')].map((frame) => {
      const slide = frame.querySelector('.slide')?.getBoundingClientRect();
      const box = frame.getBoundingClientRect();
      return Math.max(Math.abs((slide?.width ?? 0) - box.width), Math.abs((slide?.height ?? 0) - box.height));
    }),
    heroes: [...document.querySelectorAll('.hero .frame')].map((frame) => frame.getBoundingClientRect().width),
  }));
  expect(seen.beside).toBe(0);
  expect(Math.max(...seen.frames)).toBeLessThan(2);
  expect(Math.min(...seen.heroes)).toBeGreaterThan(width > 600 ? 800 : 360);
  await page.close();
});

test('is a page that everyone can use', async () => {
  const page = await open(1440);
  const { readFileSync } = await import('node:fs');
  await page.evaluate(readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'));
  // Slides are pictures here; what is in them has tests of its own.
  const faults = await page.evaluate(
    `axe.run({ exclude: ['.stage', '.type', '.palette'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
  );
  expect(faults).toEqual([]);
  await page.close();
});

test('slides may have another size', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lectern-test-'));
  const source = findTheme('slate', root);
  if (!source) throw new Error('no theme slate');
  const size = { width: 1080, height: 1920 };
  const themes = [{ call: 'slate', source }];
  const [upright = ''] = await previewThemes({ themes, to: 'html', outDir: folder, browser: places, size });
  const page = await browser().newPage();
  await page.goto(pathToFileURL(upright).href);
  await page.waitForSelector('html[data-ready]');
  const shapes = await page.$$eval('.cells .frame', (frames) =>
    frames.map((frame) => (frame.clientHeight / frame.clientWidth).toFixed(2)),
  );
  expect(new Set(shapes)).toEqual(new Set(['1.78']));
  expect(await page.$$('.frame .slide:not([data-page=upright])')).toEqual([]);
  await page.close();
});
