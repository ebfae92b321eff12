import type { Browser, Page } from 'puppeteer-core';
import { LecternError } from '../model/errors.ts';
import type { BrowserProgram } from './embedded-browser.ts';
import { launchBrowser } from './launch-browser.ts';
import { openPrintPage, printIn, type Printed, type PrintJob, type PrintPage } from './print-page.ts';
import { endBrowser } from './running-browsers.ts';

/** A browser that prints. */
export interface Printer {
  /**
   * Prints a document. A browser that goes away meanwhile is started once more.
   *
   * @throws LecternError `BROWSER_MISSING`, `BROWSER_FAILED`
   */
  print: (job: PrintJob) => Promise<Printed>;
  /**
   * Lends a page of the same browser, with scripts on and nothing in it.
   *
   * @throws LecternError `BROWSER_MISSING`, `BROWSER_FAILED`
   */
  openPage: () => Promise<Page>;
  /** Name and version of the browser, as it tells them. */
  product: () => Promise<string>;
  /** Ends the browser and all its processes; never fails. */
  close: () => Promise<void>;
}

export interface StartPrinterOptions {
  /** Start the browser right away, so that it is ready by the time there is something to print, else when needed. */
  now: boolean;
}

export function startPrinter(choose: () => Promise<BrowserProgram>, { now }: StartPrinterOptions): Printer {
  const started: Promise<Browser>[] = [];
  let ready = now ? start() : undefined;

  /** A browser with a page in it, while there is nothing to print yet. */
  function start(): Promise<PrintPage> {
    const launching = launchBrowser(choose);
    started.push(launching);
    const opening = launching.then(openPrintPage);
    // An unhandled rejection would end the process before anyone asks for the browser.
    opening.catch(() => {});
    return opening;
  }

  return {
    async print(job) {
      ready ??= start();
      const first = ready;
      try {
        return await printIn(await first, job);
      } catch (error) {
        const alive = await first.then(({ page }) => page.browser().connected).catch(() => false);
        if (alive || !mayPass(error)) throw failed(error);
      }
      // The browser went away. Once is an accident.
      ready = start();
      try {
        return await printIn(await ready, job);
      } catch (error) {
        throw failed(error);
      }
    },
    async openPage() {
      ready ??= start();
      return (await ready).page.browser().newPage();
    },
    async product() {
      ready ??= start();
      return (await ready).page.browser().version();
    },
    async close() {
      ready = undefined;
      for (const starting of started.splice(0)) await starting.then(endBrowser, () => {});
    },
  };
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
