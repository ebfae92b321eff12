import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { LecternError } from '../model/errors.ts';
import type { Size } from '../model/deck.ts';
import { fitSlides, type FitResult } from '../render/in-page/fit-slides.ts';
import type { BrowserProgram } from './embedded-browser.ts';
import { makeProfile, registerBrowser, removeProfile, endBrowsers } from './running-browsers.ts';

/** A browser that prints; it is started at once, so that it is ready by the time there is something to print. */
export interface Printer {
  print: (job: PrintJob) => Promise<Printed>;
  /** Name and version of the browser, as it tells them. */
  product: () => Promise<string>;
  /** Ends the browser and all its processes; never fails. */
  close: () => Promise<void>;
}

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

const ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

export interface StartPrinterOptions {
  /** Start the browser right away, else when it is first needed. */
  now: boolean;
}

export function startPrinter(choose: () => Promise<BrowserProgram>, { now }: StartPrinterOptions): Printer {
  let launching = now ? launch(choose) : undefined;
  // An unhandled rejection would end the process before anyone asks for the browser.
  launching?.catch(() => {});

  return {
    async print(job) {
      launching ??= launch(choose);
      const first = launching;
      try {
        return await printWith(await first, job);
      } catch (error) {
        const alive = await first.then(({ connected }) => connected).catch(() => false);
        if (alive || !mayPass(error)) throw failed(error);
      }
      // The browser went away. Once is an accident.
      launching = launch(choose);
      return launching.then((browser) => printWith(browser, job)).catch((error: unknown) => {
        throw failed(error);
      });
    },
    async product() {
      launching ??= launch(choose);
      return (await launching).version();
    },
    async close() {
      const running = await launching?.catch(() => undefined);
      launching = undefined;
      await running?.close().catch(() => {});
      await endBrowsers();
    },
  };
}

async function launch(choose: () => Promise<BrowserProgram>): Promise<Browser> {
  const [{ default: puppeteer }, program] = await Promise.all([import('puppeteer-core'), choose()]);
  const asRoot = process.getuid?.() === 0;
  const profile = await makeProfile();
  try {
    const browser = await puppeteer.launch({
      executablePath: program.path,
      pipe: true,
      headless: true,
      // Signals are the command line's business: it ends the browser on every way out.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      protocolTimeout: 600_000,
      args: asRoot ? [...ARGUMENTS, '--no-sandbox'] : ARGUMENTS,
      userDataDir: profile,
      // What the browser itself reads from its environment is not Lectern's to choose.
      env: { ...process.env, ...program.env },
    });
    registerBrowser(browser.process(), profile);
    return browser;
  } catch (cause) {
    await removeProfile(profile);
    throw new LecternError('BROWSER_FAILED', `the browser ${program.path} does not start`, {
      advice: '“lectern doctor” tests every browser found; name a working one with --browser or LECTERN_BROWSER.',
      cause,
    });
  }
}

async function printWith(browser: Browser, job: PrintJob): Promise<Printed> {
  const page = await browser.newPage();
  try {
    await Promise.all([
      page.setJavaScriptEnabled(false),
      page.setRequestInterception(true),
      page.emulateMediaType('print'),
      page.setViewport(job.size),
    ]);
    page.on('request', (request) => void answer(request, job));
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

async function answer(request: HTTPRequest, job: PrintJob): Promise<void> {
  const address = request.url();
  if (address.startsWith('data:')) return request.continue();
  if (address === PRINT_ORIGIN) return request.respond({ contentType: 'text/html; charset=utf-8', body: job.html });
  const found = address.startsWith(PRINT_ORIGIN) ? job.resource(address.slice(PRINT_ORIGIN.length)) : undefined;
  if (!found) return request.abort('blockedbyclient');
  return request.respond({ contentType: found.mediaType, body: found.bytes });
}

/** Whether trying once more makes sense: a browser that is not there will not be there the next time. */
function mayPass(error: unknown): boolean {
  return !(error instanceof LecternError) || error.code === 'BROWSER_FAILED';
}

function failed(cause: unknown): LecternError {
  if (cause instanceof LecternError) return cause;
  return new LecternError('BROWSER_FAILED', 'the browser ended while it was printing, twice', {
    advice: 'Free some memory, or try another browser with --browser; “lectern doctor” lists those found.',
    cause,
  });
}
