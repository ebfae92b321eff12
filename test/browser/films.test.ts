import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { places, useBrowser } from '../support/browser.ts';
import { project } from '../support/cli.ts';

const browser = useBrowser();
const DECK = `---
title: Films
numbers: false
---

## One

::::steps
- red
- green
::::

## Two {transition=fade}

text
`;

test('the steps of slides are a GIF, the same each time, and a film that can be played', async () => {
  const cwd = project({ 'talk.md': DECK });
  const options = { decks: ['talk.md'], cwd, outDir: 'out', browser: places, slides: '2-3', hold: 0.5, scale: 0.25 };
  expect(await build({ ...options, to: ['gif', 'webm'] })).toMatchObject({ ok: true });
  const gif = path.join(cwd, 'out/talk.gif');
  const bytes = readFileSync(gif);
  const { width, pageHeight, delay, loop } = await sharp(bytes, { animated: true }).metadata();
  const fade = (frames: number): number[] => Array.from({ length: frames }, () => 70);
  expect({ width, pageHeight, loop }).toEqual({ width: 320, pageHeight: 180, loop: 0 });
  expect(delay).toEqual([500, ...fade(3), 500, ...fade(3), 500, ...fade(6), 500]);
  await build({ ...options, to: ['gif'] });
  expect(readFileSync(gif).equals(bytes)).toBe(true);
  // More is seen with each step, and half of it while it fades in.
  const ink = async (page: number): Promise<number> => {
    const { channels } = await sharp(bytes, { page }).greyscale().stats();
    return 255 - (channels[0]?.mean ?? 255);
  };
  const [before, half, after] = [await ink(0), await ink(2), await ink(4)];
  expect(after - before).toBeGreaterThan(0.05);
  expect(Math.abs(half - (before + after) / 2)).toBeLessThan((after - before) * 0.3);
  const film = readFileSync(path.join(cwd, 'out/talk.webm')).toString('base64');
  const page = await browser().newPage();
  const played = await page.evaluate(
    `new Promise((done) => { const film = document.createElement('video'); film.onseeked = () => done([film.duration, film.videoWidth, film.videoHeight]); film.onerror = () => done(film.error.message); film.onloadedmetadata = () => (film.currentTime = 1); film.src = 'data:video/webm;base64,${film}'; })`,
  );
  await page.close();
  expect(played).toEqual([expect.closeTo(2.8, 1), 320, 180]);
});

test('a GIF with more steps than a GIF can hold is refused', async () => {
  const many = Array.from({ length: 200 }, (_, index) => `## ${index}\n`).join('\n');
  const cwd = project({ 'talk.md': many });
  const report = await build({ decks: ['talk.md'], cwd, browser: places, to: ['gif'], scale: 3 });
  expect(report.decks[0]?.error?.message).toBe('these are too many steps for a GIF');
});
