import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll } from 'vitest';
import { chooseBrowser } from '../../src/browser/find-browser.ts';
import { launchBrowser } from '../../src/browser/launch-browser.ts';
import { endBrowsers } from '../../src/browser/running-browsers.ts';
import { browserPlaces } from '../../src/cli/environment.ts';
import { watch } from './watch-page.ts';

export { watch } from './watch-page.ts';

export const places = browserPlaces();
export const root = path.join(import.meta.dirname, '..', '..');
export const temporaryFolder = (): string => os.tmpdir();

/** A browser for the tests of one file. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchBrowser(() => chooseBrowser(places));
  });
  afterAll(endBrowsers);
  return () => {
    if (!browser) throw new Error('the browser has not started');
    return browser;
  };
}

export interface OpenDeck {
  page: Page;
  /** Messages on the page's console, and its requests for other files. */
  complaints: string[];
}

/** Opens a deck's file as a double click would, with the network cut. */
export async function openDeck(browser: Browser, file: string, hash = ''): Promise<OpenDeck> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 720 });
  await page.setOfflineMode(true);
  const complaints = watch(page);
  await page.goto(pathToFileURL(file).href + hash);
  await page.waitForSelector('html[data-ready]');
  return { page, complaints };
}

/** Lets the page draw what a key or a click has changed. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    .then(() => Promise.all((document.querySelector('.slides') ?? document.body).getAnimations({ subtree: true }).map((animation) => animation.finished.catch(() => {}))))`);
}

/** Takes all steps of the slide that is shown. */
export async function takeSteps(page: Page): Promise<void> {
  const left = `document.querySelectorAll('section.slide.present .fragment:not(.visible)').length > 0`;
  while ((await page.evaluate(left)) as boolean) await page.keyboard.press('ArrowRight');
  await settle(page);
}

export async function currentSlide(page: Page): Promise<string> {
  return (await page.evaluate(`document.querySelector('section.slide.present').id`)) as string;
}
