/** Pages of a browser with decks in them, for images. */
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';

/** Opens a deck's file, without the bar that shows how far it is. */
export async function openDeck(browser: Browser, file: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 720 });
  await page.goto(pathToFileURL(file).href);
  await page.waitForSelector('html[data-ready]');
  await page.evaluate(`document.querySelector('.progress').remove()`);
  return page;
}

/** Lets transitions end. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(
    `Promise.all(document.getAnimations().map((animation) => animation.finished)).then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))`,
  );
}
