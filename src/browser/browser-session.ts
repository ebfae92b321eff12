import type { Browser, Page } from 'puppeteer';
import { connectBrowser } from './connect-browser.ts';
import { chooseBrowser, type BrowserPlaces } from './find-browser.ts';
import { launchBrowser } from './launch-browser.ts';
import { watchMemory, type MemoryWatch } from './memory-watch.ts';
import { endBrowser, makeBrowserFolder } from './running-browsers.ts';

/** A browser at work: one that was started for it, or one behind an endpoint. */
export interface BrowserSession {
  newPage: () => Promise<Page>;
  /** Name and version, as the browser tells them. */
  product: () => Promise<string>;
  isConnected: () => boolean;
  /** Rejects when the browser goes away. */
  gone: Promise<never>;
  /** Makes a folder that the browser reads from, too, and that is gone with it; `undefined` from an endpoint. */
  makeFolder: () => Promise<string | undefined>;
  /** Sees to it that the browser leaves memory to others; one behind an endpoint is not watched. */
  watchMemory: () => MemoryWatch;
  /** Ends the browser and all its processes, or leaves the endpoint. Never fails. */
  end: () => Promise<void>;
  /**
   * Makes sure that it is in nobody's way after it has failed: pages that are opened at an endpoint wait for every
   * client, also for one that does not answer any more.
   */
  abandon: () => Promise<void>;
}

/**
 * Starts a browser, or connects to the endpoint that was named.
 *
 * @throws LecternError `BROWSER_MISSING`, `BROWSER_FAILED`
 */
export async function openSession(places: BrowserPlaces): Promise<BrowserSession> {
  if (!places.endpoint) {
    const browser = await launchBrowser(() => chooseBrowser(places));
    return {
      ...common(browser),
      newPage: () => browser.newPage(),
      makeFolder: () => makeBrowserFolder(browser),
      watchMemory: () => watchMemory(browser.process()?.pid),
      end: () => endBrowser(browser),
      abandon: async () => {},
    };
  }
  const { browser, context, leave } = await connectBrowser(places.endpoint);
  return {
    ...common(browser),
    newPage: () => context.newPage(),
    makeFolder: async () => undefined,
    watchMemory: () => watchMemory(undefined),
    end: leave,
    abandon: () => browser.disconnect(),
  };
}

function common(browser: Browser): Pick<BrowserSession, 'product' | 'isConnected' | 'gone'> {
  const away = new AbortController();
  const gone = new Promise<never>((_, reject) => {
    browser.once('disconnected', () => {
      away.abort();
      reject(new Error('the browser went away'));
    });
  });
  gone.catch(() => {});
  // A page that is being opened when its browser goes away would be waited for for 30 s, and the process with it.
  const wait = browser.waitForTarget.bind(browser);
  browser.waitForTarget = (predicate, options) => wait(predicate, { signal: away.signal, ...options });
  return { product: () => browser.version(), isConnected: () => browser.connected, gone };
}
