import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import type { Size } from '../model/deck.ts';
import { fitSlides, type FitResult } from '../render/in-page/fit-slides.ts';

export interface PrintJob {
  /** A print document. */
  html: string;
  size: Size;
  /** Answers for addresses below `PRINT_ORIGIN`; `undefined` refuses. */
  resource: (path: string) => { bytes: Uint8Array; mediaType: string } | undefined;
  fitFloor: number;
}

export interface Printed {
  pdf: Uint8Array;
  fits: FitResult[];
}

/** The address a printed document has: nothing is ever fetched from it. */
export const PRINT_ORIGIN = 'http://deck.invalid/';

/** Opens a page that is ready to print: scripts off, and nothing loaded but what the job at hand has. */
export async function openPrintPage(browser: Browser): Promise<PrintPage> {
  const page = await browser.newPage();
  const printPage: PrintPage = { page, job: undefined };
  await Promise.all([page.setJavaScriptEnabled(false), page.setRequestInterception(true), page.emulateMediaType('print')]);
  // A request that cannot be answered any more belongs to a page that is gone.
  page.on('request', (request) => void answer(request, printPage.job).catch(() => {}));
  return printPage;
}

export interface PrintPage {
  page: Page;
  /** What is being printed in it. */
  job: PrintJob | undefined;
}

/** Prints a document. Fails where the browser goes away. */
export async function printIn(printPage: PrintPage, job: PrintJob): Promise<Printed> {
  const { page } = printPage;
  printPage.job = job;
  const work = print(page, job);
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

async function print(page: Page, job: PrintJob): Promise<Printed> {
  await page.setViewport(job.size);
  await page.goto(PRINT_ORIGIN, { waitUntil: 'load' });
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

/** Pages never reach the network: what is not in memory is refused. */
async function answer(request: HTTPRequest, job: PrintJob | undefined): Promise<void> {
  const address = request.url();
  if (address.startsWith('data:')) return request.continue();
  if (address === PRINT_ORIGIN) return request.respond({ contentType: 'text/html; charset=utf-8', body: job?.html ?? '' });
  const found = address.startsWith(PRINT_ORIGIN) ? job?.resource(address.slice(PRINT_ORIGIN.length)) : undefined;
  if (!found) return request.abort('blockedbyclient');
  return request.respond({ contentType: found.mediaType, body: found.bytes });
}
