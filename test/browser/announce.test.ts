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

\`\`\`csv chart=bar title="Trains are full"
line,seats
North,72
\`\`\`

:icon[lucide:rocket]

## The square $x^2$

It holds that $a^2 = b$.

## Film

::video[A walk in the hills]{src=clip.webm}

![Hills](dot.svg)

::qr{src=https://example.org/slides}

> Well said
>
> -- ![Ada](dot.svg) Ada

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

/** Opens the deck and keeps all that is announced. */
async function listen(): Promise<Page> {
  const page = await browser().newPage();
  onTestFinished(() => page.close());
  await page.evaluateOnNewDocument(`globalThis.heard = [];
    new MutationObserver(() => {
      // Before it is ready, reveal.js says something of its own.
      const text = document.querySelector('main[aria-label] [aria-live]')?.textContent;
      if (text && heard.at(-1) !== text) heard.push(text);
    }).observe(document, { subtree: true, childList: true, characterData: true });`);
  await page.goto(`file://${file}`);
  await page.waitForSelector('html[data-ready]');
  return page;
}

test('screen readers hear what a slide says: descriptions of drawings and films, formulas as they were written', async () => {
  const page = await listen();
  const texts = [
    '1. Spoken.',
    '2. Diagram. A leads to B.',
    '3. Graph. C leads to D.',
    '4. Chart. Sales grow. Trains are full. Chart: seats: North 72.',
    '5. The square x^2. It holds that a^2 = b.',
    '6. Film. A walk in the hills. Hills. QR. example.org/slides. Well said. Ada.',
    '7. Steps.',
    'red.',
    'green.',
    '8. Foot. A Donaudampfer.1. It floats.',
  ];
  for (let told = 1; told <= texts.length; told += 1) {
    await page.waitForFunction(`heard.length === ${told}`, { timeout: 5000 });
    await page.keyboard.press('ArrowRight');
  }
  expect(await page.evaluate('heard')).toEqual(texts);
  expect(await page.evaluate(`document.querySelectorAll('[aria-live]').length`)).toBe(1);
});

test('in the tree of screen readers is everything once, and no style', async () => {
  const page = await listen();
  const client = await page.createCDPSession();
  const status = `document.querySelector('[aria-live]')`;
  await page.waitForFunction(`${status}.textContent === ''`, { timeout: 5000 });
  for (let slide = 1; slide <= 8; slide += 1) {
    // Announcements clear themselves; nobody waits for that on every slide.
    await page.evaluate(`${status}.replaceChildren()`);
    const { nodes } = await client.send('Accessibility.getFullAXTree');
    const texts = nodes
      .filter(({ ignored, role }) => !ignored && /^(?:StaticText|image|Video)$/.test(String(role?.value)))
      .map(({ name }) => String(name?.value ?? '').trim())
      .filter((text) => /\p{L}{3}/u.test(text));
    expect(texts.filter((text) => text.includes('{'))).toEqual([]);
    // A drawing is its description.
    expect(texts).not.toContain('North');
    expect(texts, `slide ${slide}`).toEqual([...new Set(texts)]);
    await page.keyboard.press('ArrowRight');
  }
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
