import { LecternError } from '../model/errors.ts';
import type { BrowserPlaces } from './find-browser.ts';
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
  const printer = startPrinter(places, { now: true });
  try {
    const size = { width: 200, height: 200 };
    const html = '<!doctype html><title>Test</title><p>Test</p>';
    const pictures = { standIns: new Set<string>(), make: () => Promise.reject(new Error('there are none')) };
    await printer.print({ html, size, files: new Map(), pictures, fitFloor: 1, patience: 30_000 });
    return { product: await printer.product(), milliseconds: Math.round(performance.now() - started) };
  } catch (error) {
    if (error instanceof LecternError) return { problem: error };
    throw error;
  } finally {
    await printer.close();
  }
}
