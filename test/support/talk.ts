import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { onTestFinished } from 'vitest';
import { present, type PresentOptions, type Presentation } from '../../src/app/present.ts';
import { places } from './browser.ts';
import { project } from './cli.ts';

/** A talk that is being given for one test. */
export interface Talk extends Presentation {
  folder: string;
  /** Saves a file as editors do, and waits until it is shown. */
  save: (name: string, text: string) => Promise<void>;
  news: { faults: string[]; changed: number }[];
  paired: string[];
}

/** A deck with notes, steps and a plan. */
export const ROOM_DECK = `---
title: In the room
duration: 10m
---

## One

first

:::notes
For my eyes only.
:::

## Two

::::steps
- red
- green
::::

## Three

third
`;

export async function giveTalk(
  files: Record<string, string | Uint8Array>,
  options: Partial<PresentOptions> = {},
): Promise<Talk> {
  const folder = project(files);
  const news: Talk['news'] = [];
  const paired: string[] = [];
  const talk = await present({
    deck: 'talk.md',
    port: 0,
    cwd: folder,
    browser: places,
    check: false,
    onNews: ({ faults, changed }) => news.push({ faults: faults.map(({ reason }) => reason), changed }),
    onPaired: (address, role) => role === 'remote' && paired.push(address),
    ...options,
  });
  onTestFinished(() => talk.close());
  return {
    ...talk,
    folder,
    news,
    paired,
    async save(name, text) {
      const before = news.length;
      const file = path.join(folder, name);
      await writeFile(`${file}~`, text);
      await rename(`${file}~`, file);
      await waitFor(() => news.length > before);
      await talk.settled();
    },
  };
}

export async function waitFor(
  done: () => boolean | Promise<boolean>,
  what = 'what was waited for',
  timeoutMs = 8000,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await done())) {
    if (Date.now() > end) throw new Error(`${what} did not come`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A page of the talk, connected. */
export async function openTalk(browser: Browser, address: string, context?: 'apart'): Promise<Page> {
  const where = context ? await browser.createBrowserContext() : browser;
  const page = await where.newPage();
  await page.setViewport({ width: 1280, height: 720 });
  await page.goto(address);
  await page.waitForSelector('html[data-ready][data-connected="true"]');
  onTestFinished(async () => {
    if (!page.isClosed()) await page.close();
    if (context) await (where as Awaited<ReturnType<Browser['createBrowserContext']>>).close();
  });
  return page;
}

export async function remove(talk: Talk, name: string): Promise<void> {
  await rm(path.join(talk.folder, name));
}

/** The text of the slide that is shown. */
export async function shownText(page: Page): Promise<string> {
  return (await page.evaluate(`document.querySelector('section.slide.present').innerText`)) as string;
}

/** Waits until the slide that is shown has a text. */
export async function untilText(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted: string) => document.querySelector('section.slide.present')?.textContent.includes(wanted),
    { timeout: 8000, polling: 20 },
    text,
  );
}
