import { LecternError } from '../model/errors.ts';
import type { BrowserPlaces } from './find-browser.ts';
import { startBrowserPool } from './browser-pool.ts';

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
  const pool = startBrowserPool(places, { now: true });
  try {
    const size = { width: 200, height: 200 };
    const html = '<!doctype html><title>Test</title><p>Test</p>';
    const pictures = { standIns: new Set<string>(), make: () => Promise.reject(new Error('none found')) };
    await pool.print({ html, size, files: new Map(), pictures, fitFloor: 1, timeoutMs: 30_000 });
    return { product: await pool.product(), milliseconds: Math.round(performance.now() - started) };
  } catch (error) {
    if (error instanceof LecternError) return { problem: error };
    throw error;
  } finally {
    await pool.close();
  }
}
