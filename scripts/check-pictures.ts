/** The image of docs/check.md: a page that `lectern check --html` writes. */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer';
import sharp from 'sharp';
import { check } from '../src/app/check.ts';
import { checkPage } from '../src/cli/check-page.ts';
import type { PaperPicturesOptions } from './paper-pictures.ts';

/** Problems that decks have on the evening before the talk. */
const FAULTY = `---
title: The evening before
theme: folio
cover: false
numbers: true
---

## What we have learnt this year, in no order

${['Ask first', 'Measure before and after', 'Write it down', 'Say it again', 'Make it smaller', 'Ship it on a Tuesday'].map((point) => `- ${point}: and whatever else there is to say of it, which is a lot, so that it goes on to another line and perhaps to one more`).join('\n')}

## Almost there

<p style="color:#b9b4aa">The numbers are in, and they are good.</p>

Read [here](https://example.org/) what they mean.

## The view from the hill

Some words that belong next to the image

<img src="images/hills.svg" alt="Hills" style="position:absolute;left:0;top:90px;width:820px;height:360px;object-fit:cover">
`;

export async function checkPictures(browser: Browser, { places, root, folder }: PaperPicturesOptions): Promise<void> {
  const home = path.join(folder, 'check');
  await cp(path.join(root, 'slides'), home, { recursive: true });
  await writeFile(path.join(home, 'talk.md'), FAULTY);
  const report = await check({ decks: ['talk.md'], cwd: home, browser: places, pictures: true });
  const file = path.join(home, 'check.html');
  await writeFile(file, await checkPage(report));
  const page = await browser.newPage();
  await page.setViewport({ width: 1160, height: 800, deviceScaleFactor: 1.25 });
  await page.goto(pathToFileURL(file).href);
  // The rules below the slides are pages of the documentation.
  const height = await page.$eval('.rules', (rules) => rules.previousElementSibling?.getBoundingClientRect().top ?? 0);
  const png = await page.screenshot({ clip: { x: 0, y: 0, width: 1160, height: Math.floor(height) } });
  await page.close();
  const target = path.join(root, 'docs', 'images', 'check');
  await mkdir(target, { recursive: true });
  await sharp(png).webp({ quality: 84 }).toFile(path.join(target, 'page.webp'));
}
