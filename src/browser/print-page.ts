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

/** Prints a document in a page of its own. Fails where the browser goes away. */
export async function printPage(browser: Browser, job: PrintJob): Promise<Printed> {
  const work = printIn(browser, job);
  // Puppeteer may wait for answers of a browser that is gone.
  const gone = new Promise<never>((_, reject) => {
    const leave = (): void => reject(new Error('the browser went away'));
    if (browser.connected) browser.once('disconnected', leave);
    else leave();
  });
  work.catch(() => {});
  return Promise.race([work, gone]);
}

async function printIn(browser: Browser, job: PrintJob): Promise<Printed> {
  const page = await browser.newPage();
  try {
    await Promise.all([
      page.setJavaScriptEnabled(false),
      page.setRequestInterception(true),
      page.emulateMediaType('print'),
      page.setViewport(job.size),
    ]);
    // A request that cannot be answered any more belongs to a page that is gone.
    page.on('request', (request) => void answer(request, job).catch(() => {}));
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
  } finally {
    await page.close().catch(() => {});
  }
}

/** One trip into the page: wait for what is drawn, then measure all slides together. */
async function fitPage(page: Page, floor: number): Promise<FitResult[]> {
  const script = `(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
    const fitSlides = ${fitSlides.toString()};
    return fitSlides(document.querySelectorAll('.slide'), ${floor});
  })()`;
  return (await page.evaluate(script)) as FitResult[];
}

/** Pages never reach the network: what is not in memory is refused. */
async function answer(request: HTTPRequest, job: PrintJob): Promise<void> {
  const address = request.url();
  if (address.startsWith('data:')) return request.continue();
  if (address === PRINT_ORIGIN) return request.respond({ contentType: 'text/html; charset=utf-8', body: job.html });
  const found = address.startsWith(PRINT_ORIGIN) ? job.resource(address.slice(PRINT_ORIGIN.length)) : undefined;
  if (!found) return request.abort('blockedbyclient');
  return request.respond({ contentType: found.mediaType, body: found.bytes });
}
