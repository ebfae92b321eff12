import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deadLinks } from '../../scripts/site/check-links.ts';
import { makeSite } from '../../scripts/site/make-site.ts';
import { places, root, useBrowser } from '../support/browser.ts';

const out = mkdtempSync(path.join(os.tmpdir(), 'lectern-site-'));
const browser = useBrowser();
const axe = readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

// All pages, with few of the decks.
beforeAll(async () => {
  const only = {
    decks: ['product-talk'],
    themes: ['marmalade'],
    pages: ['language-models'],
    outputs: ['html', 'webp'],
  };
  await makeSite({ root, out, places, only });
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

interface Opened {
  page: Page;
  /** Errors, and requests for anything outside of the site. */
  complaints: string[];
}

async function open(file: string, { width = 1280, tone = 'light' } = {}): Promise<Opened> {
  // Nothing is left of what another page has kept.
  const context = await browser().createBrowserContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(pathToFileURL(out).href) || /^(?:data|blob|about):/.test(request.url());
    if (!isOwn) complaints.push(`request: ${request.url()}`);
  });
  await page.setViewport({ width, height: 800 });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: tone },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.goto(pathToFileURL(path.join(out, file)).href);
  return { page, complaints };
}

async function deckIn(page: Page): Promise<string> {
  const frame = await page.waitForSelector('.live iframe');
  const deck = await frame?.contentFrame();
  await deck?.waitForSelector('html[data-ready]');
  return (await deck?.evaluate(`document.querySelector('section.slide.present').id`)) as string;
}

test('no link inside leads nowhere', () => {
  expect(deadLinks(out)).toEqual([]);
});

test('language models get a list of the pages, and their text', () => {
  const list = readFileSync(path.join(out, 'llms.txt'), 'utf8');
  const files = [...list.matchAll(/^- \[[^\]]+\]\((.+?)\): .{10,}/gm)].map(([, file = '']) => file);
  expect(files).toContain('docs/language.md');
  for (const file of files) expect(readFileSync(path.join(out, file), 'utf8')).toMatch(/^# /);
  expect(readFileSync(path.join(out, 'llms-full.txt'), 'utf8')).toContain('## Columns and grids');
});

describe('search', () => {
  test('finds sections by words, and opens one with the keyboard', async () => {
    const { page, complaints } = await open('docs/print.html');
    await page.keyboard.press('/');
    await page.waitForSelector('dialog.search[open]');
    await page.keyboard.type('how do i use columns and grids');
    await page.waitForSelector('.search [role=option][aria-selected=true]');
    const first = await page.evaluate(`document.querySelector('.search [aria-selected=true]').textContent`);
    expect(first).toMatch(/^Columns and grids/);
    expect(await faultsOf(page, 'dialog.search')).toEqual([]);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(page.url()).toMatch(/language\.html#columns-and-grids$/);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('says that nothing was found, and Esc closes it', async () => {
    const { page } = await open('index.html');
    await page.click('[data-search]');
    await page.waitForSelector('dialog.search[open]');
    await page.keyboard.type('xyzzyx');
    await page.waitForFunction(`document.querySelector('.search-state').textContent.includes('“xyzzyx”')`);
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog.search:not([open])');
    expect(await page.$$('.search [role=option]')).toEqual([]);
    await page.close();
  });
});

describe('decks inside pages', () => {
  test('the first example of a page runs beside its source', async () => {
    const { page, complaints } = await open('docs/language-models.html');
    await page.evaluate(`document.querySelector('.example').scrollIntoView()`);
    expect(await deckIn(page)).toBe('cover');
    const [source, slide] = (await page.evaluate(
      `['pre', '.live'].map((part) => document.querySelector('.example > ' + part).getBoundingClientRect().left)`,
    )) as [number, number];
    expect(slide).toBeGreaterThan(source + 200);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('a picture of a slide shows it in the deck', async () => {
    const { page, complaints } = await open('gallery/product-talk.html');
    await page.waitForSelector('.sheet a');
    await page.click('.sheet li:nth-child(3) a');
    await page.waitForSelector('.live iframe[src*="#/"]');
    const wanted = await page.evaluate(`document.querySelector('.sheet li:nth-child(3) a').dataset.slide`);
    expect(await deckIn(page)).toBe(wanted);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('the deck of the README is on the first page', async () => {
    const { page, complaints } = await open('index.html');
    await page.evaluate(`document.querySelector('.live').scrollIntoView()`);
    expect(await deckIn(page)).toBe('cover');
    expect(complaints).toEqual([]);
    await page.close();
  });
});

const PAGES = [
  'index.html',
  'gallery.html',
  'gallery/product-talk.html',
  'themes/marmalade.html',
  'docs/language-models.html',
  'docs/reference/layouts.html',
  '404.html',
];

/** What axe-core finds in a page; decks have tests of their own. */
async function faultsOf(page: Page, part = 'body'): Promise<unknown> {
  await page.evaluate(axe);
  return page.evaluate(
    `axe.run({ include: ['${part}'], exclude: ['iframe'] }, { preload: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
  );
}

test.each(PAGES)('%s is a page that everyone can use, on a phone and in the dark', async (file) => {
  const { page, complaints } = await open(file);
  expect(await faultsOf(page)).toEqual([]);
  await page.click('[data-tone-switch]');
  expect(await page.evaluate(`getComputedStyle(document.documentElement).colorScheme`)).toBe('dark');
  expect(await faultsOf(page)).toEqual([]);
  await page.setViewport({ width: 360, height: 640 });
  expect(await page.evaluate(`document.documentElement.scrollWidth - innerWidth`)).toBeLessThanOrEqual(0);
  expect(complaints).toEqual([]);
  await page.close();
});
