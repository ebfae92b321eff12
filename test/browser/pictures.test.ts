import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { openDeck, settle, useBrowser } from '../support/browser.ts';
import { make } from '../support/made-deck.ts';

const browser = useBrowser();
const DECK = `---
title: Pictures
description: What is on them
numbers: true
---

## One

- first
- second

## Two {tone=dark}

![](hills.svg)

## Three {incremental}

- a
- b
`;

const png = (file: string): PNG => PNG.sync.read(readFileSync(file));

describe('pictures of slides', () => {
  test('look like the slides on the screen', async () => {
    const { folder, html } = await make(DECK, { to: ['html', 'png'], scale: 1 });
    const { page } = await openDeck(browser(), html, '#/two');
    await page.evaluate(`document.querySelector('.progress').remove()`);
    await settle(page);
    const screen = PNG.sync.read(Buffer.from(await page.screenshot()));
    const picture = png(path.join(folder, 'dist/talk.png/003.png'));
    expect(pixelmatch(screen.data, picture.data, undefined, 1280, 720, { threshold: 0.1 })).toBeLessThan(50);
    await page.close();
  });

  test('have the size and the format that is asked for', async () => {
    const { folder } = await make(DECK, { to: ['png', 'jpeg', 'webp'] });
    for (const format of ['png', 'jpeg', 'webp']) {
      const files = readdirSync(path.join(folder, `dist/talk.${format}`)).toSorted();
      expect(files).toEqual(['001', '002', '003', '004'].map((name) => `${name}.${format}`));
      const {
        width,
        height,
        format: real,
      } = await sharp(path.join(folder, `dist/talk.${format}/002.${format}`)).metadata();
      expect({ width, height, real }).toEqual({ width: 1920, height: 1080, real: format });
    }
  });

  test('are of some slides, and of each step, on request', async () => {
    const { folder } = await make(DECK, { to: ['png'], slides: '4', stepPages: true, scale: 0.25 });
    const files = readdirSync(path.join(folder, 'dist/talk.png')).toSorted();
    expect(files).toEqual(['004-1.png', '004-2.png', '004-3.png']);
    const pictures = files.map((name) => readFileSync(path.join(folder, 'dist/talk.png', name)).toString('base64'));
    expect(new Set(pictures).size).toBe(3);
    expect(png(path.join(folder, 'dist/talk.png/004-1.png'))).toMatchObject({ width: 320, height: 180 });
  });

  test('have the same bytes on every run, alone and beside other outputs', async () => {
    const drawn =
      '\n## Drawn {background=hills.svg}\n\n![](dots.png){width=20%} $x^2$ :tada:\n\n```dot\ndigraph { a -> b }\n```\n';
    const deck = `${DECK}${drawn.repeat(3)}`;
    const runs: Record<string, string>[] = [];
    for (const to of [['png'], ['html', 'pdf', 'notes', 'png'], ['png']] as ('html' | 'pdf' | 'notes' | 'png')[][]) {
      const { folder } = await make(deck, { to, scale: 0.5 });
      const files = readdirSync(path.join(folder, 'dist/talk.png')).toSorted();
      expect(files).toHaveLength(7);
      const bytes = files.map((name) => readFileSync(path.join(folder, 'dist/talk.png', name)).toString('base64'));
      runs.push(Object.fromEntries(files.map((name, index) => [name, bytes[index] ?? ''])));
    }
    expect(runs[1]).toEqual(runs[0]);
    expect(runs[2]).toEqual(runs[0]);
  });

  test('have no background on request', async () => {
    const corner = async (transparent: boolean): Promise<number | undefined> => {
      const { folder } = await make(DECK, { to: ['png'], slides: '3', transparent, scale: 0.5 });
      return png(path.join(folder, 'dist/talk.png/003.png')).data[3];
    };
    expect(await corner(true)).toBe(0);
    expect(await corner(false)).toBe(255);
  });
});

test('the cover is the first slide in the size that links are shown with, to its edges', async () => {
  const { folder } = await make(DECK.replace('title: Pictures', 'title: Pictures\ntheme: nocturne'), { to: ['cover'] });
  const picture = png(path.join(folder, 'dist/talk.cover.png'));
  expect(picture).toMatchObject({ width: 1200, height: 630 });
  const at = (x: number, y: number): number => picture.data.readUInt32BE((y * 1200 + x) * 4);
  expect(at(0, 0)).not.toBe(0xff_ff_ff_ff);
  expect([at(0, 629), at(600, 0), at(600, 629)]).toEqual([at(0, 0), at(0, 0), at(0, 0)]);
});

test('the contact sheet has all slides', async () => {
  const { folder } = await make(DECK, { to: ['contact'] });
  const { width, height, data } = png(path.join(folder, 'dist/talk.contact.png'));
  expect(width).toBeGreaterThan(2000);
  expect(height).toBeGreaterThan(1100);
  // In two rows of two; the third slide is dark.
  const dark = (x: number, y: number): boolean =>
    (data[(Math.round(y * height) * width + Math.round(x * width)) * 4] ?? 0) < 60;
  expect([dark(0.1, 0.1), dark(0.9, 0.1), dark(0.06, 0.6), dark(0.9, 0.6)]).toEqual([false, false, true, false]);
});

test('a deck on the web says what links to it show, and has the picture for it', async () => {
  const { folder } = await make(DECK, { to: ['html'], publish: 'https://example.org/talks' });
  const html = readFileSync(path.join(folder, 'dist/talk.html'), 'utf8');
  expect(html).toContain('<link rel="canonical" href="https://example.org/talks/talk.html">');
  expect(html).toContain('<meta property="og:title" content="Pictures">');
  expect(html).toContain('<meta property="og:image" content="https://example.org/talks/talk.cover.png">');
  expect(png(path.join(folder, 'dist/talk.cover.png')).width).toBe(1200);
  const { html: plain } = await make(DECK, { to: ['html'] });
  expect(readFileSync(plain, 'utf8')).not.toContain('property="og:');
});
