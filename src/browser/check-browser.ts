import { LecternError } from '../model/errors.ts';
import { chooseBrowser, type BrowserPlaces } from './find-browser.ts';
import { startPrinter } from './printer.ts';

export interface BrowserCheck {
  problem?: LecternError;
  /** Name and version, as the browser tells them. */
  product?: string;
  /** From starting the browser to a printed page. */
  milliseconds?: number;
}

/** Prints a page of nothing with the browser that a build would use. */
export async function checkBrowser(places: BrowserPlaces): Promise<BrowserCheck> {
  const started = performance.now();
  const printer = startPrinter(() => chooseBrowser(places), { now: true });
  try {
    const size = { width: 200, height: 200 };
    const html = '<!doctype html><title>Test</title><p>Test</p>';
    await printer.print({ html, size, files: new Map(), fitFloor: 1 });
    return { product: await printer.product(), milliseconds: Math.round(performance.now() - started) };
  } catch (error) {
    if (error instanceof LecternError) return { problem: error };
    throw error;
  } finally {
    await printer.close();
  }
}
