/**
 * Makes the images of the pages in `docs/rules/`: a slide with the problem on the left, and the fixed slide on the right.
 * `npm run pictures` makes them; `node scripts/rule-pictures.ts overflow words` makes only these.
 */
import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'puppeteer';
import sharp from 'sharp';
import { build } from '../src/app/build.ts';
import { chooseBrowser } from '../src/browser/find-browser.ts';
import { launchBrowser } from '../src/browser/launch-browser.ts';
import { endBrowsers } from '../src/browser/running-browsers.ts';
import { browserPlaces } from '../src/cli/environment.ts';
import { openDeck, settle } from './deck-pages.ts';
import type { PaperPicturesOptions } from './paper-pictures.ts';
import { writeExample } from './rule-examples.ts';
import { readRulePage, RULE_FACTS } from './rule-pages.ts';

const [WIDTH, HEIGHT, GAP] = [480, 270, 16];
/** Slides have the colour of most pages. */
const EDGE = Buffer.from(
  `<svg width="${WIDTH}" height="${HEIGHT}"><rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${HEIGHT - 1}" fill="none" stroke="#8886"/></svg>`,
);

/** @param only - ids of rules; without any, all pages that show an image. */
export async function rulePictures(
  browser: Browser,
  { places, root, folder }: PaperPicturesOptions,
  only: readonly string[] = [],
): Promise<void> {
  const target = path.join(root, 'docs', 'images', 'rules');
  mkdirSync(target, { recursive: true });
  for (const facts of RULE_FACTS) {
    const { id, text, faulty, cure } = readRulePage(facts);
    if (!faulty || !cure || !text.includes(`](../images/rules/${id}.webp)`)) continue;
    if (only.length > 0 && !only.includes(id)) continue;
    const shots = [];
    for (const [name, example] of Object.entries({ faulty, cure })) {
      const cwd = path.join(folder, 'rules', id, name);
      writeExample(example, cwd);
      shots.push(await firstSlide(browser, { cwd, places }));
    }
    const [before, after] = await Promise.all(shots.map((png) => framed(png)));
    await sharp({ create: { width: 2 * WIDTH + GAP, height: HEIGHT, channels: 4, background: '#0000' } })
      .composite([
        { input: before, left: 0, top: 0 },
        { input: after, left: WIDTH + GAP, top: 0 },
      ])
      .webp({ quality: 80 })
      .toFile(path.join(target, `${id}.webp`));
  }
}

/** Makes a slide small, with a line around it. */
async function framed(png: Uint8Array): Promise<Buffer> {
  const small = await sharp(png).resize(WIDTH, HEIGHT).toBuffer();
  return sharp(small)
    .composite([{ input: EDGE }])
    .toBuffer();
}

/** Takes an image of the first slide, after its last step. */
async function firstSlide(
  browser: Browser,
  { cwd, places }: { cwd: string } & Pick<PaperPicturesOptions, 'places'>,
): Promise<Uint8Array> {
  await build({ decks: ['talk.md'], to: ['html'], cwd, browser: places });
  const page = await openDeck(browser, path.join(cwd, 'dist', 'talk.html'));
  await page.setViewport({ width: 1280, height: 720, deviceScaleFactor: 0.75 });
  await page.evaluate(
    `for (const f of document.querySelectorAll('section.present .fragment')) f.classList.add('visible')`,
  );
  await settle(page);
  const png = await page.screenshot({ type: 'png' });
  await page.close();
  return png;
}

if (process.argv[1] === import.meta.filename) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lectern-pictures-'));
  const places = browserPlaces();
  try {
    const browser = await launchBrowser(() => chooseBrowser(places));
    const root = path.join(import.meta.dirname, '..');
    await rulePictures(browser, { places, root, folder }, process.argv.slice(2));
  } finally {
    await endBrowsers();
    await rm(folder, { recursive: true, force: true });
  }
}
