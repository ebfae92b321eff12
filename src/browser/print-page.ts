import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import type { Size } from '../model/deck.ts';
import { makeBrowserFolder } from './running-browsers.ts';
import { fitSlides, type FitResult } from '../render/in-page/fit-slides.ts';

export interface PrintJob {
  /** A print document. */
  html: string;
  size: Size;
  /** What the document shows, by the names it has there. */
  files: Map<string, Uint8Array>;
  fitFloor: number;
}

export interface Printed {
  pdf: Uint8Array;
  fits: FitResult[];
}

/** Opens a page that is ready to print: scripts off, and nothing loaded but what the job at hand has. */
export async function openPrintPage(browser: Browser): Promise<PrintPage> {
  const page = await browser.newPage();
  const folder = await makeBrowserFolder(browser);
  const allowed = pathToFileURL(`${folder}${path.sep}`).href;
  await Promise.all([
    page.setJavaScriptEnabled(false),
    page.setRequestInterception(true),
    page.emulateMediaType('print'),
  ]);
  // A request that cannot be answered any more belongs to a page that is gone.
  page.on('request', (request) => void answer(request, allowed).catch(() => {}));
  return { page, folder };
}

export interface PrintPage {
  page: Page;
  /** Holds the document and its files: read from there they need not be passed through the browser's pipe as text. */
  folder: string;
}

/** Prints a document. Fails where the browser goes away. */
export async function printIn(printPage: PrintPage, job: PrintJob): Promise<Printed> {
  const { page } = printPage;
  const work = print(printPage, job);
  // Puppeteer may wait for answers of a browser that is gone.
  const browser = page.browser();
  const gone = new Promise<never>((_, reject) => {
    const leave = (): void => reject(new Error('the browser went away'));
    if (browser.connected) browser.once('disconnected', leave);
    else leave();
  });
  work.catch(() => {});
  return Promise.race([work, gone]);
}

async function print({ page, folder }: PrintPage, job: PrintJob): Promise<Printed> {
  const document = path.join(folder, 'index.html');
  await Promise.all([
    page.setViewport(job.size),
    writeFile(document, job.html),
    ...[...job.files].map(([name, bytes]) => writeFile(path.join(folder, name), bytes)),
  ]);
  await page.goto(pathToFileURL(document).href, { waitUntil: 'load' });
  const fits = await fitPage(page, job.fitFloor);
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: false,
    timeout: 0,
  });
  return { pdf, fits };
}

/** One trip into the page: wait for what is drawn, show it, then measure all slides together. */
async function fitPage(page: Page, floor: number): Promise<FitResult[]> {
  const script = `(async () => {
    await Promise.all([...document.fonts].map((font) => font.load().catch(() => {})));
    for (const main of document.querySelectorAll('main')) main.hidden = false;
    await document.fonts.ready;
    const fitSlides = ${fitSlides.toString()};
    return fitSlides(document.querySelectorAll('.slide'), ${floor});
  })()`;
  return (await page.evaluate(script)) as FitResult[];
}

/** Pages reach neither the network nor other files. */
function answer(request: HTTPRequest, allowed: string): Promise<void> {
  const address = request.url();
  if (address.startsWith('data:') || address.startsWith(allowed)) return request.continue();
  return request.abort('blockedbyclient');
}
