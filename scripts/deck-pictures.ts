/** The images of the README: ordinary slides of the shipped decks, and its first deck from cover to end. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { build } from '../src/app/build.ts';
import type { BrowserPlaces } from '../src/browser/find-browser.ts';
import { openDeck, settle } from './deck-pages.ts';

export interface DeckPicturesOptions {
  places: BrowserPlaces;
  root: string;
  /** For decks. */
  folder: string;
}

/** Decks and the ids of slides as every talk has them: lists, tables, charts, formulas. */
const SHOWN: [deck: string, slides: string[]][] = [
  ['python-at-work', ['agenda', 'everyone-at-the-desk-can-ask', 'three-things-it-is-perfect-for']],
  [
    'quarterly-report',
    ['more-of-everything-but-punctuality', 'the-islands-grew-fastest', 'ten-days-cost-us-the-target'],
  ],
  ['lecture', ['one-theorem', 'it-depends-on-where-you-start', 'what-to-take-home']],
  ['product-talk', ['half-an-hour-three-steps', 'what-it-leaves-out', 'from-here-to-your-nightstand']],
];

export async function deckPictures(browser: Browser, { places, root, folder }: DeckPicturesOptions): Promise<void> {
  const images = path.join(root, 'docs', 'images');
  const pictures: string[] = [];
  for (const [deck, slides] of SHOWN) {
    await build({ decks: [`slides/${deck}.md`], to: ['html'], outDir: folder, cwd: root, browser: places });
    const page = await openDeck(browser, path.join(folder, `${deck}.html`));
    pictures.push(...(await shoot(page, slides)));
    await page.close();
  }
  await montage(browser, pictures, { columns: 3, file: path.join(images, 'decks.webp') });
  await montage(browser, await firstDeck(browser, { places, root, folder }), {
    columns: 2,
    file: path.join(images, 'first-deck.webp'),
  });
}

/** Shoots each slide of the deck that the README shows. */
async function firstDeck(browser: Browser, { places, root, folder }: DeckPicturesOptions): Promise<string[]> {
  const readme = await readFile(path.join(root, 'README.md'), 'utf8');
  const [, text] = /^```markdown\n(---\n[\s\S]*?)^```$/m.exec(readme) ?? [];
  if (text === undefined) throw new Error('README.md has no deck');
  await writeFile(path.join(folder, 'talk.md'), text);
  await build({ decks: ['talk.md'], to: ['html'], cwd: folder, browser: places });
  const page = await openDeck(browser, path.join(folder, 'dist', 'talk.html'));
  const ids: unknown = await page.evaluate(`[...document.querySelectorAll('section.slide')].map((slide) => slide.id)`);
  const pictures = await shoot(page, Array.isArray(ids) ? ids.map(String) : []);
  await page.close();
  return pictures;
}

/** Takes an image of each slide. */
export async function shoot(page: Page, ids: string[]): Promise<string[]> {
  const pictures: string[] = [];
  for (const id of ids) {
    await page.evaluate(`location.hash = '#/${id}'`);
    await page.waitForSelector(`section.present[id="${id}"]`);
    await settle(page);
    pictures.push(`data:image/png;base64,${await page.screenshot({ encoding: 'base64' })}`);
  }
  return pictures;
}

/** Puts images beside each other. */
export async function montage(
  browser: Browser,
  pictures: string[],
  { columns, file }: { columns: number; file: string },
): Promise<void> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1200, height: 100 });
  const cells = pictures.map((picture) => `<img src="${picture}">`).join('');
  await page.setContent(
    `<style>body{margin:0;padding:16px;display:grid;grid-template-columns:repeat(${columns},1fr);gap:12px;background:#e9e7e2}img{width:100%;display:block;border-radius:4px}</style>${cells}`,
  );
  await page.screenshot({ path: file as `${string}.webp`, type: 'webp', quality: 86, fullPage: true });
  await page.close();
}
