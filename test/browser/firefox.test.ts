import { execFileSync } from 'node:child_process';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { untilShown } from '../support/presenter.ts';
import { giveTalk, untilText, waitFor } from '../support/talk.ts';
import { build } from '../../src/app/build.ts';
import { places } from '../support/browser.ts';

const DECK = `---
title: Elsewhere
---

## One

:::notes
Say it.
:::

## Two

::::steps
- red
- green
::::

## Three
`;

function firefox(): string | undefined {
  try {
    return execFileSync('sh', ['-c', 'command -v firefox-esr || command -v firefox'], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

const program = firefox();

/** Decks are presented in any browser; this one is tested where it is installed. */
describe.skipIf(program === undefined)('in Firefox', () => {
  let browser: Browser;
  beforeAll(async () => {
    const { default: puppeteer } = await import('puppeteer');
    browser = await puppeteer.launch({ browser: 'firefox', executablePath: program ?? '', headless: true });
  });
  afterAll(() => browser.close());

  async function open(address: string): Promise<Page> {
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    await page.setViewport({ width: 1280, height: 720 });
    await page.goto(address);
    await page.waitForSelector('html[data-ready]');
    return page;
  }

  async function presenterOf(deck: Page): Promise<Page> {
    const known = new Set(await browser.pages());
    await deck.keyboard.press('s');
    let found: Page | undefined;
    await waitFor(async () => {
      found = (await browser.pages()).find((page) => !known.has(page));
      return found !== undefined;
    }, 'the presenter view');
    if (!found) throw new Error('there is no presenter view');
    const presenter = found;
    onTestFinished(() => presenter.close());
    await presenter.waitForSelector('html[data-ready]');
    return presenter;
  }

  const part = (page: Page, name: string): Promise<unknown> =>
    page.evaluate(`document.getElementById('presenter').shadowRoot.querySelector('[data-part="${name}"]').textContent`);

  test('a deck from the disk is presented in two windows', async () => {
    const { folder } = await giveTalk({ 'talk.md': DECK });
    await build({ decks: ['talk.md'], to: ['html'], outDir: folder, cwd: folder, browser: places });
    const deck = await open(`file://${folder}/talk.html`);
    const presenter = await presenterOf(deck);
    for (const _ of [1, 2, 3]) await presenter.keyboard.press('ArrowRight');
    await untilShown(deck, 'two', 1);
    await deck.keyboard.press('PageUp');
    await deck.keyboard.press('PageUp');
    await waitFor(async () => String(await part(presenter, 'notes')).includes('Say it.'), 'the notes');
    await presenter.keyboard.press('b');
    await deck.waitForSelector('.reveal.paused');
    await deck.reload();
    await deck.waitForSelector('html[data-ready]');
    await presenter.keyboard.press('End');
    await untilShown(deck, 'three');
  });

  test('what is saved is shown at once', async () => {
    const talk = await giveTalk({ 'talk.md': DECK });
    const deck = await open(talk.address);
    await deck.waitForSelector('html[data-connected="true"]');
    for (const _ of [1, 2, 3]) await deck.keyboard.press('ArrowRight');
    await untilShown(deck, 'two', 1);
    await talk.save('talk.md', DECK.replace('red', 'blue'));
    await untilText(deck, 'blue');
    await untilShown(deck, 'two', 1);
  });

  test('slides fit, and stand where they stand in Chromium', async () => {
    const { folder } = await giveTalk({ 'talk.md': `## One\n\n${'A line of text.\n\n'.repeat(14)}` });
    await build({ decks: ['talk.md'], to: ['html'], outDir: folder, cwd: folder, browser: places });
    const deck = await open(`file://${folder}/talk.html`);
    const box = `(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.querySelector('section.slide .slide-body'))`;
    expect(await deck.evaluate(box)).toBeLessThan(12);
    expect(await deck.evaluate(`getComputedStyle(document.querySelector('section.slide')).display`)).toBe('grid');
  });
});
