/**
 * Makes the images of the documentation by a browser, into docs/images/: decks in a row, and each example's first slide.
 * With names of examples' images, or of groups – `decks`, `draft`, `paper`, `stage`, `check`, `themes` – it makes these alone:
 * `npm run pictures kpis stage`.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'puppeteer';
import { build } from '../src/app/build.ts';
import { chooseBrowser } from '../src/browser/find-browser.ts';
import { launchBrowser } from '../src/browser/launch-browser.ts';
import { endBrowsers } from '../src/browser/running-browsers.ts';
import { browserPlaces } from '../src/cli/environment.ts';
import { checkPictures } from './check-pictures.ts';
import { deckPictures } from './deck-pictures.ts';
import { openDeck, settle } from './deck-pages.ts';
import { draftPictures } from './draft-pictures.ts';
import { languageExamples } from './language-examples.ts';
import { paperPictures } from './paper-pictures.ts';
import { rulePictures } from './rule-pictures.ts';
import { stagePictures } from './stage-pictures.ts';
import { themePictures } from './theme-pictures.ts';

const root = path.join(import.meta.dirname, '..');
const images = path.join(root, 'docs', 'images');
const browserAt = browserPlaces();
const only = process.argv.slice(2);

/** The printed state of each example's first slide: all of its steps are taken. */
async function languagePictures(browser: Browser, folder: string): Promise<void> {
  const target = path.join(images, 'language');
  await mkdir(target, { recursive: true });
  const source = path.join(root, 'slides', '.example.md');
  try {
    for (const { source: text, picture } of languageExamples(root)) {
      if (!picture || (only.length > 0 && !only.includes(picture))) continue;
      await writeFile(source, text);
      const outDir = path.join(folder, picture);
      await build({ decks: [source], to: ['html'], outDir, cwd: root, browser: browserAt });
      const page = await openDeck(browser, path.join(outDir, '.example.html'));
      await page.setViewport({ width: 1280, height: 720, deviceScaleFactor: 0.5 });
      await page.evaluate(
        `for (const f of document.querySelectorAll('section.present .fragment')) f.classList.add('visible')`,
      );
      await page.evaluate(
        `Promise.all([...document.querySelectorAll('video')].map((video) => video.readyState > 1 || new Promise((done) => video.addEventListener('loadeddata', done))))`,
      );
      await settle(page);
      const file = path.join(target, `${picture}.webp`) as `${string}.webp`;
      await page.screenshot({ path: file, type: 'webp', quality: 84 });
      await page.close();
    }
  } finally {
    await rm(source, { force: true });
  }
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'lectern-pictures-'));
try {
  await mkdir(images, { recursive: true });
  const browser = await launchBrowser(() => chooseBrowser(browserAt));
  await languagePictures(browser, folder);
  const parts = { places: browserAt, root, folder };
  const groups: Record<string, () => Promise<void>> = {
    decks: () => deckPictures(browser, parts),
    draft: () => draftPictures(browser, parts),
    paper: () => paperPictures(parts),
    stage: () => stagePictures(browser, parts),
    check: () => checkPictures(browser, parts),
    rules: () => rulePictures(browser, parts),
    themes: () => themePictures({ browser, ...parts }),
  };
  for (const [name, make] of Object.entries(groups)) if (only.length === 0 || only.includes(name)) await make();
} finally {
  await endBrowsers();
  await rm(folder, { recursive: true, force: true });
}
