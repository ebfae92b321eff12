import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { openDeck, places, root, temporaryFolder, useBrowser } from '../support/browser.ts';

const browser = useBrowser();
const DECK = `---
title: Spoken
footer: Said on every slide
---

## Diagram

\`\`\`mermaid alt="A leads to B"
flowchart LR
  A --> B
\`\`\`

## Graph

\`\`\`dot alt="C leads to D"
digraph { C -> D }
\`\`\`

## Chart

\`\`\`csv chart=bar alt="Sales grow"
quarter,sales
Q1,3
Q2,5
\`\`\`

:icon[lucide:rocket]

## The square $x^2$

It holds that $a^2 = b$.

## Film

::video[A walk in the hills]{src=clip.webm}

![Hills](dot.svg)

## Steps

::::steps
- red
- green
::::

:::notes
NOT FOR THEM
:::

## Foot

A Donau&shy;dampfer.[^1]

[^1]: It floats.
`;
let file: string;
let cwd: string;

beforeAll(async () => {
  cwd = await mkdtemp(path.join(temporaryFolder(), 'lectern-test-'));
  await writeFile(path.join(cwd, 'talk.md'), DECK);
  await writeFile(path.join(cwd, 'dot.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  await copyFile(path.join(root, 'slides/parts/dots.webm'), path.join(cwd, 'clip.webm'));
  expect((await build({ decks: ['talk.md'], to: ['html'], cwd, browser: places })).ok).toBe(true);
  file = path.join(cwd, 'dist/talk.html');
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

async function untilAnnounced(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted: string) => document.querySelector('[aria-live]')?.textContent === wanted,
    { timeout: 5000 },
    text,
  );
}

test('screen readers hear what a slide says: descriptions of drawings and films, formulas as they were written', async () => {
  const { page } = await openDeck(browser(), file);
  onTestFinished(() => page.close());
  await untilAnnounced(page, '1. Spoken.');
  for (const text of [
    '2. Diagram. A leads to B.',
    '3. Graph. C leads to D.',
    '4. Chart. Sales grow.',
    '5. The square x^2. It holds that a^2 = b.',
    '6. Film. A walk in the hills. Hills.',
    '7. Steps.',
    'red.',
    'green.',
    '8. Foot. A Donaudampfer.1. It floats.',
  ]) {
    await page.keyboard.press('ArrowRight');
    await untilAnnounced(page, text);
  }
  expect(await page.evaluate(`document.querySelectorAll('[aria-live]').length`)).toBe(1);
});

test('the title of the window is that of the slide', async () => {
  const { page } = await openDeck(browser(), file);
  onTestFinished(() => page.close());
  expect(await page.title()).toBe('Spoken');
  for (const title of ['Diagram – Spoken', 'Graph – Spoken']) {
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((wanted: string) => document.title === wanted, { timeout: 5000 }, title);
  }
});
