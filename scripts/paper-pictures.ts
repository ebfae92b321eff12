/** The images of docs/print.md: a page of each kind of paper, the contact sheet and the cover. */
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp, { type Sharp } from 'sharp';
import { build, type BuildOptions } from '../src/app/build.ts';
import type { BrowserPlaces } from '../src/browser/find-browser.ts';

const NAME = 'python-at-work';

/** Name of the image, what is printed, and the pages to show. */
const PAPERS: [picture: string, options: Partial<BuildOptions>, file: string, pages: number[]][] = [
  ['beside', { theme: 'folio' }, `${NAME}.handout.pdf`, [1, 2]],
  ['six', { handout: { slides: 6 }, theme: 'nocturne' }, `${NAME}.handout.pdf`, [1, 2]],
  ['ink', { handout: { slides: 6, ink: 'save' }, theme: 'nocturne' }, `${NAME}.handout.pdf`, [1, 2]],
  ['lines', { handout: { lines: true }, theme: 'ledger' }, `${NAME}.handout.pdf`, [1, 2]],
  [
    'below',
    { handout: { slides: 2, notes: 'below', orientation: 'landscape' }, theme: 'raster' },
    `${NAME}.handout.pdf`,
    [2, 3],
  ],
  ['booklet', { handout: { booklet: true, grey: true }, theme: 'folio' }, `${NAME}.handout.pdf`, [5, 6]],
  ['notes', { to: ['notes'] }, `${NAME}.notes.pdf`, [5, 6]],
];

/** Px of an image's width, and of the space around pages. */
const WIDTH = 1200;
const SPACE = 24;
const DESK = '#dfe1e6';

export interface PaperPicturesOptions {
  places: BrowserPlaces;
  root: string;
  /** For what is printed. */
  folder: string;
}

export async function paperPictures({ places, root, folder }: PaperPicturesOptions): Promise<void> {
  const target = path.join(root, 'docs', 'images', 'paper');
  await mkdir(target, { recursive: true });
  const decks = [`slides/${NAME}.md`];
  for (const [picture, options, file, pages] of PAPERS) {
    const outDir = path.join(folder, picture);
    await build({ decks, to: ['handout'], cwd: root, browser: places, outDir, ...options });
    const sheets = await Promise.all(pages.map((page) => drawPage(path.join(outDir, file), page)));
    await (await sideBySide(sheets)).webp({ quality: 82 }).toFile(path.join(target, `${picture}.webp`));
  }
  await build({ decks, to: ['contact', 'cover'], cwd: root, browser: places, outDir: folder, scale: 0.6 });
  for (const name of ['contact', 'cover']) {
    const picture = sharp(path.join(folder, `${NAME}.${name}.png`)).resize({ width: name === 'cover' ? 800 : WIDTH });
    await picture.webp({ quality: 82 }).toFile(path.join(target, `${name}.webp`));
  }
}

/** A page as a PNG, 1000 px wide. */
async function drawPage(file: string, number: number): Promise<Buffer> {
  const pdf = await getDocument({ data: new Uint8Array(await readFile(file)) }).promise;
  const page = await pdf.getPage(number);
  const scale = 1000 / page.getViewport({ scale: 1 }).width;
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
  await page.render({ canvas: null, canvasContext: canvas.getContext('2d') as never, viewport }).promise;
  return canvas.toBuffer('image/png');
}

async function sideBySide(pages: Buffer[]): Promise<Sharp> {
  const width = Math.floor((WIDTH - SPACE * (pages.length + 1)) / pages.length);
  const small = await Promise.all(pages.map((page) => sharp(page).resize({ width }).png().toBuffer()));
  const { height } = await sharp(small[0]).metadata();
  const background = sharp({ create: { width: WIDTH, height: height + 2 * SPACE, channels: 3, background: DESK } });
  return background.composite(
    small.map((input, index) => ({ input, top: SPACE, left: SPACE + index * (width + SPACE) })),
  );
}
