/** Makes the pictures of the documentation from the decks in slides/, by a browser, into docs/images/. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { build } from '../src/build.ts';
import { chooseBrowser } from '../src/browser/find-browser.ts';
import { launchBrowser } from '../src/browser/launch-browser.ts';
import { endBrowsers } from '../src/browser/running-browsers.ts';
import { browserPlaces } from '../src/cli/environment.ts';

const root = path.join(import.meta.dirname, '..');
const images = path.join(root, 'docs', 'images');

/** Deck, theme and the ids of the slides to show. */
const SHOWN: [deck: string, theme: string, slides: string[]][] = [
  ['python-at-work', 'nocturne', ['cover', 'who-does-what', 'streaming']],
  ['tour', 'folio', ['cover', 'code-in-the-themes-colours', 'tables']],
];

async function screenshots(browser: Browser, folder: string): Promise<string[]> {
  const pictures: string[] = [];
  for (const [deck, theme, wanted] of SHOWN) {
    await build({ decks: [`slides/${deck}.md`], theme, to: ['html'], outDir: path.join(folder, theme), cwd: root });
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 720 });
    await page.goto(pathToFileURL(path.join(folder, theme, `${deck}.html`)).href);
    await page.waitForSelector('html[data-ready]');
    const ids = (await page.evaluate(
      `[...document.querySelectorAll('section.slide')].map(({ id }) => id)`,
    )) as string[];
    await page.evaluate(`document.querySelector('.progress').remove()`);
    for (const id of ids) {
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      if (wanted.includes(id)) pictures.push(`data:image/png;base64,${await page.screenshot({ encoding: 'base64' })}`);
      await page.keyboard.press('ArrowRight');
    }
  }
  return pictures;
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'lectern-pictures-'));
try {
  const browser = await launchBrowser(() => chooseBrowser(browserPlaces(undefined)));
  const pictures = await screenshots(browser, folder);
  const page = await browser.newPage();
  await page.setViewport({ width: 1200, height: 100 });
  const cells = pictures.map((picture) => `<img src="${picture}">`);
  await page.setContent(
    `<style>body{margin:0;padding:16px;display:grid;grid-template-columns:repeat(3,1fr);gap:12px;background:#e9e7e2}img{width:100%;display:block;border-radius:4px}</style>${cells.join('')}`,
  );
  await mkdir(images, { recursive: true });
  await page.screenshot({
    path: path.join(images, 'decks.webp') as `${string}.webp`,
    type: 'webp',
    quality: 86,
    fullPage: true,
  });
} finally {
  await endBrowsers();
  await rm(folder, { recursive: true, force: true });
}
