import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, onTestFinished } from 'vitest';
import { build } from '../../src/app/build.ts';
import { openDeck, places, settle, temporaryFolder, watch } from './browser.ts';

const DECK = `---
title: On stage
duration: 10m
---

## One

:::notes
Say **hello** first.
:::

## Two

::::steps
- red
- green
::::

# Part

## Three

![A dot](dot.svg)

:::notes
1. Slowly.
2. \`then\` faster
:::

## Four
`;

export interface TwoWindows {
  deck: Page;
  presenter: Page;
  complaints: string[];
}

/** For each test the slides' window and the presenter's, from one file on disk. */
export function useTwoWindows(browser: () => Browser): () => TwoWindows {
  let folder: string;
  let windows: TwoWindows;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(temporaryFolder(), 'lectern-test-'));
    await writeFile(path.join(folder, 'talk.md'), DECK);
    const dot = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4" cx="4" cy="4"/></svg>';
    await writeFile(path.join(folder, 'dot.svg'), dot);
    const report = await build({ decks: ['talk.md'], to: ['html'], outDir: folder, cwd: folder, browser: places });
    if (!report.ok) throw new Error('the deck was not built');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    const { page: deck, complaints } = await openDeck(browser(), path.join(folder, 'talk.html'));
    windows = { deck, presenter: await openPresenter(deck, complaints), complaints };
    onTestFinished(async () => {
      for (const page of [windows.presenter, deck]) if (!page.isClosed()) await page.close();
    });
  });
  return () => windows;
}

/** What a presenter reads off the view. */
export interface PresenterState {
  where: string;
  next: string;
  steps: string;
  notes: string;
  audience: string;
  /** Ids of the slides that are shown small: the current one and the next. */
  slides: string[];
}

/** Presses S in the slides' window. */
export async function openPresenter(deck: Page, complaints: string[] = []): Promise<Page> {
  const opened = new Promise<Page>((resolve) => deck.once('popup', (popup) => resolve(popup as Page)));
  await deck.keyboard.press('s');
  const presenter = await opened;
  complaints.push(...watch(presenter));
  await presenter.setViewport({ width: 1280, height: 800 });
  await presenter.waitForSelector('html[data-ready]');
  return presenter;
}

export async function readPresenter(presenter: Page): Promise<PresenterState> {
  return (await presenter.evaluate(`(() => {
    const root = document.getElementById('presenter').shadowRoot;
    const text = (name) => root.querySelector('[data-part="' + name + '"]').textContent.trim();
    const slides = [...document.querySelectorAll('#presenter section.slide')].map(({ id }) => id);
    return { where: text('where'), next: text('upcoming'), steps: text('steps'), notes: text('notes'), audience: text('audience'), slides };
  })()`)) as PresenterState;
}

/** Waits until a part of the presenter view has a text. */
export async function until(presenter: Page, part: string, text: string): Promise<void> {
  await presenter.waitForFunction(
    (name: string, wanted: string) =>
      document
        .getElementById('presenter')
        ?.shadowRoot?.querySelector(`[data-part="${name}"]`)
        ?.textContent?.includes(wanted),
    { timeout: 5000 },
    part,
    text,
  );
}

/** Waits until the slides' window shows a slide after some of its steps. */
export async function untilShown(deck: Page, slide: string, step = 0): Promise<void> {
  await deck.waitForFunction(
    (id: string, count: number) => {
      const current = document.querySelector('section.slide.present');
      return (
        current?.id === id &&
        new Set(
          [...current.querySelectorAll<HTMLElement>('.fragment.visible')].map((one) => one.dataset['fragmentIndex']),
        ).size === count
      );
    },
    { timeout: 5000 },
    slide,
    step,
  );
  await settle(deck);
}

/** Clicks a button of the presenter view. */
export async function press(presenter: Page, button: string): Promise<void> {
  await presenter.click(`#presenter >>> button[data-do="${button}"]`);
}
