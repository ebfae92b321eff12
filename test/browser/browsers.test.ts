import { mkdirSync, writeFileSync } from 'node:fs';
import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { endBrowsers } from '../../src/browser/running-browsers.ts';
import { places, root } from '../support/browser.ts';
import { BROWSERS, type DrivenBrowser, type DrivenWindow } from '../support/driven-browser.ts';
import { pagesAsText } from '../support/pdf-pages.ts';
import { giveTalk, waitFor } from '../support/talk.ts';

const DECK = `---
title: Everywhere
cover: false
theme: ${process.env['LECTERN_TEST_THEME'] ?? 'folio'}
duration: 10m
---

## One

${'A line of text.\n\n'.repeat(14)}

:::notes
Say it.
:::

## Two

::::steps
- red
- green
::::

## Figures

:::kpis
- **7,404**
  decks
:::

## Three

$$
e^{i\\pi} + 1 = 0
$$
`;

const AT = `(() => {
  const current = document.querySelector('section.slide.present');
  return [current?.id, new Set([...(current?.querySelectorAll('.fragment.visible') ?? [])].map((one) => one.dataset.fragmentIndex)).size].join(' ');
})()`;
const BLACK = `document.querySelector('.reveal').classList.contains('paused')`;
const part = (host: string, name: string): string =>
  `document.getElementById('${host}')?.shadowRoot.querySelector('[data-part="${name}"]')?.textContent ?? ''`;

async function until(window: DrivenWindow, expression: string, wanted: string | boolean): Promise<void> {
  let found: unknown;
  const come = async (): Promise<boolean> => {
    found = await window.evaluate(expression).catch(() => undefined);
    return typeof wanted === 'string' ? String(found).includes(wanted) : found === wanted;
  };
  await waitFor(come, `${wanted}`, 15_000).catch(() => expect(found).toBe(wanted));
}

const ready = (window: DrivenWindow): Promise<void> =>
  until(window, `document.documentElement.dataset.ready === 'true'`, true);
const connected = (window: DrivenWindow): Promise<void> =>
  until(window, `document.documentElement.dataset.connected === 'true'`, true);

/** Clicks the middle of a button in a shadow tree. */
async function click(window: DrivenWindow, host: string, selector: string): Promise<void> {
  const box = `(({ x, y, width, height }) => [x + width / 2, y + height / 2])(document.getElementById('${host}').shadowRoot.querySelector('${selector}').getBoundingClientRect())`;
  await window.drag([(await window.evaluate(box)) as [number, number]]);
}

/** Keeps a picture of a window, where somebody wants to look at it. */
async function picture(window: DrivenWindow, name: string): Promise<void> {
  const folder = process.env['LECTERN_TEST_PICTURES'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  // Not every driver takes pictures of windows that others cover.
  const taken = await window.screenshot().catch(() => undefined);
  if (taken) writeFileSync(path.join(folder, `${name}.png`), taken);
}

afterAll(endBrowsers);

describe.each(Object.entries(BROWSERS))('in %s', (name, starting) => {
  const start = typeof starting === 'string' ? undefined : starting;
  let browser: DrivenBrowser;
  beforeAll(async () => {
    if (start) browser = await start();
  }, 60_000);
  afterAll(() => start && browser.close());

  async function presenterOf(deck: DrivenWindow): Promise<DrivenWindow> {
    const known = new Set((await browser.windows()).map(({ id }) => id));
    await deck.press('s');
    let found: DrivenWindow | undefined;
    await waitFor(async () => {
      found = (await browser.windows()).find(({ id }) => !known.has(id));
      return found !== undefined;
    }, 'the presenter view');
    if (!found) throw new Error('there is no presenter view');
    await ready(found);
    return found;
  }

  test.skipIf(!start)(
    start ? 'a talk is led from deck, presenter view and remote' : `nothing is tested: ${String(starting)}`,
    async () => {
      const talk = await giveTalk({ 'talk.md': DECK }, { remote: true, host: '127.0.0.1' });
      const deck = await browser.open(talk.address);
      await connected(deck);
      const presenter = await presenterOf(deck);
      await connected(presenter);
      const remote = await browser.open(talk.remote ?? '');
      await connected(remote);
      for (const _ of [1, 2, 3]) await presenter.press('ArrowRight');
      await until(deck, AT, 'two 2');
      await until(remote, part('remote', 'where'), 'Two');
      await picture(presenter, `${name}-presenter`);
      await picture(remote, `${name}-remote`);
      await click(remote, 'remote', 'button[data-do="next"]');
      await until(deck, AT, 'figures 0');
      await until(presenter, part('presenter', 'where'), '3 · Figures');
      await click(remote, 'remote', 'button[data-do="black"]');
      await until(deck, BLACK, true);
      await deck.press('b');
      await until(deck, BLACK, false);
      // Frozen, the audience keeps its slide.
      await click(presenter, 'presenter', 'button[data-do="freeze"]');
      await presenter.press('Home');
      await until(presenter, part('presenter', 'notes'), 'Say it.');
      await until(remote, part('remote', 'notes'), 'Say it.');
      expect(await deck.evaluate(AT)).toBe('figures 0');
      await presenter.press('z');
      await until(deck, AT, 'one 0');
      await talk.save('talk.md', DECK.replace('red', 'blue'));
      await presenter.press('PageDown');
      await until(deck, `document.querySelector('section.slide.present').textContent`, 'blue');
      await deck.goto(talk.address);
      await connected(deck);
      await until(deck, AT, 'two 0');
    },
    120_000,
  );

  // Prints of Chromium have tests of their own, and the driver of WebKitGTK cannot print.
  test.skipIf(!start || name !== 'Firefox')(
    name === 'WebKitGTK' ? 'nothing is printed: its driver cannot' : 'a deck is printed as the pages of its PDF',
    async () => {
      const film = '## Film\n\n::video[A walk]{src=clip.webm link="https://example.org/walk"}\n';
      const { folder } = await giveTalk({ 'talk.md': `${DECK}\n${film}` });
      await copyFile(path.join(root, 'slides/parts/dots.webm'), path.join(folder, 'clip.webm'));
      await build({ decks: ['talk.md'], to: ['html', 'pdf'], outDir: folder, cwd: folder, browser: places });
      const deck = await browser.open(`file://${folder}/talk.html#/two`);
      await ready(deck);
      const printed = await pagesAsText((await deck.print?.()) ?? new Uint8Array());
      const made = await pagesAsText(await readFile(path.join(folder, 'talk.pdf')));
      expect(printed).toHaveLength(made.length);
      // None of them is empty, the first least of all; of films there are cards.
      for (const [page, title] of ['One', 'Two', 'Figures', 'Three', 'Film'].entries())
        expect(printed[page]).toContain(title);
      expect(printed.at(-1)).toContain('example.org/walk');
    },
    60_000,
  );

  test.skipIf(!start)(
    start ? 'a deck from the disk is presented in two windows, and looks as everywhere' : 'nor a deck from the disk',
    async () => {
      const { folder } = await giveTalk({ 'talk.md': DECK });
      await build({ decks: ['talk.md'], to: ['html'], outDir: folder, cwd: folder, browser: places });
      const deck = await browser.open(`file://${folder}/talk.html`);
      await ready(deck);
      await picture(deck, `${name}-deck`);
      const rest = `(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.querySelector('section.slide .slide-body'))`;
      expect(await deck.evaluate(rest)).toBeLessThan(12);
      const presenter = await presenterOf(deck);
      await presenter.press('ArrowRight');
      await presenter.press('ArrowRight');
      await until(deck, AT, 'two 1');
      await deck.press('PageUp');
      await deck.press('PageUp');
      await until(presenter, part('presenter', 'notes'), 'Say it.');
      // A line on the slide reaches the audience.
      await presenter.press('d');
      const box = `(({ x, y, width, height }) => [x, y, width, height])(document.querySelector('#presenter section.slide').getBoundingClientRect())`;
      const [x = 0, y = 0, width = 0, height = 0] = (await presenter.evaluate(box)) as number[];
      await presenter.drag([
        [x + width * 0.2, y + height * 0.8],
        [x + width * 0.5, y + height * 0.7],
        [x + width * 0.7, y + height * 0.8],
      ]);
      await until(
        deck,
        `document.querySelectorAll('.reveal .talk-ink path, .reveal .talk-ink polyline').length > 0`,
        true,
      );
      await presenter.press('End');
      await until(deck, AT, 'three 0');
      // It stands a little above the middle, however the browser measures what is enlarged.
      const drop = `document.getElementById('three').style.getPropertyValue('--deck-drop')`;
      expect(String(await deck.evaluate(drop))).toMatch(/^0\.(?:1|2)/);
      const figure = `Number.parseFloat(getComputedStyle(document.querySelector('.kpi-number > *')).fontSize)`;
      expect(await deck.evaluate(figure)).toBeGreaterThan(40);
      await picture(deck, `${name}-formula`);
    },
    120_000,
  );
});
