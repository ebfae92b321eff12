import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { openDeck, places, root, temporaryFolder, useBrowser } from '../support/browser.ts';
import { pagesAsText } from '../support/pdf-pages.ts';

const browser = useBrowser();
const DECK = `---
cover: false
---

## Film

::video[A walk in the hills]{src=clip.webm link="https://www.example.org/hills"}

## With a poster {background=clip.webm}

::video[With a poster]{src=clip.webm poster=dot.svg}

## Sound

::audio[A chime]{src=clip.webm}
`;
let cwd: string;

beforeAll(async () => {
  cwd = await mkdtemp(path.join(temporaryFolder(), 'lectern-test-'));
  await writeFile(path.join(cwd, 'talk.md'), DECK);
  await writeFile(path.join(cwd, 'dot.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="50"/>');
  await copyFile(path.join(root, 'slides/parts/dots.webm'), path.join(cwd, 'clip.webm'));
  expect((await build({ decks: ['talk.md'], to: ['html', 'pdf'], cwd, browser: places })).ok).toBe(true);
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

test('films and sounds are printed as the cards that the PDF has, and play again afterwards', async () => {
  const { page } = await openDeck(browser(), path.join(cwd, 'dist/talk.html'));
  const state = (): Promise<unknown> =>
    page.evaluate(`[document.querySelectorAll('video, audio').length, document.querySelectorAll('.media-card').length,
      getComputedStyle(document.querySelector('video')).display, document.querySelectorAll('section[inert]').length]`);
  const before = await state();
  const seen = page.evaluate(`new Promise((done) => addEventListener('beforeprint', () =>
    done([...document.querySelectorAll('.slide :is(video, audio, .media-card, .media-card img)')].filter((one) => one.checkVisibility()).map((one) => one.className || one.localName))))`);
  const printed = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(await seen).toEqual(['media-card on-paper', 'media-card on-paper', 'img', 'media-card on-paper']);
  const made = await pagesAsText(await readFile(path.join(cwd, 'dist/talk.pdf')));
  expect(await pagesAsText(printed)).toEqual(made);
  expect(made[0]).toContain('A walk in the hills');
  expect(made[0]).toContain('example.org/hills');
  expect(await state()).toEqual(before);
  await page.close();
});
