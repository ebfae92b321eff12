import type { Browser, BrowserContext } from 'puppeteer';
import { LecternError } from '../model/errors.ts';
import { withTimeout } from './with-timeout.ts';

/** The address of a running browser, and the option that set it. */
export interface BrowserEndpoint {
  /** `ws:`, `wss:`, `http:` or `https:` */
  url: string;
  by: string;
  /** Milliseconds to wait for it. @default 30 000 */
  timeoutMs?: number;
}

interface Connected {
  browser: Browser;
  /** Shares nothing with what others do in that browser. */
  context: BrowserContext;
  /** Closes what was opened and leaves the browser to itself. Never fails. */
  leave: () => Promise<void>;
}

const TIMEOUT = 30_000;
const GOODBYE = 2000;

/**
 * Connects to a browser that runs somewhere else: one with a debugging port, a container, a pool.
 *
 * @throws LecternError `BROWSER_FAILED`
 */
export async function connectBrowser({ url, by, timeoutMs = TIMEOUT }: BrowserEndpoint): Promise<Connected> {
  const { puppeteer } = await import('./puppeteer.ts');
  try {
    const address = /^https?:/.test(url) ? { browserURL: url } : { browserWSEndpoint: url };
    const connecting = puppeteer.connect({ ...address, protocolTimeout: 600_000 });
    const browser = await withTimeout(connecting, timeoutMs).catch((error: unknown) => {
      // A browser that answers late is disconnected.
      connecting.then((late) => late.disconnect()).catch(() => {});
      throw error;
    });
    const context = await withTimeout(browser.createBrowserContext(), timeoutMs);
    const leave = async (): Promise<void> => {
      await withTimeout(context.close(), GOODBYE).catch(() => {});
      await browser.disconnect().catch(() => {});
    };
    return { browser, context, leave };
  } catch (cause) {
    throw new LecternError('BROWSER_FAILED', `cannot connect to the browser at ${url} (set by ${by})`, {
      advice: `Start it, correct ${by}, or leave it out to use a browser on this machine.`,
      cause,
    });
  }
}
