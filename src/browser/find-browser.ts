import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { isFile } from '../files/plain-file.ts';
import { homeFolder } from '../files/user-folders.ts';
import { LecternError } from '../model/errors.ts';
import type { BrowserEndpoint } from './connect-browser.ts';
import { embeddedBrowserVersion, unpackEmbeddedBrowser, type BrowserProgram } from './embedded-browser.ts';

/** Places of browsers that the command line found in the environment; nothing here reads it by itself. */
export interface BrowserPlaces {
  /** The browser the user named, and where they named it. */
  named: { path: string; by: string } | undefined;
  /** A browser that runs elsewhere. It wins over all others. */
  endpoint?: BrowserEndpoint | undefined;
  /** Lectern's cache folder. */
  cacheFolder: string;
  home: string;
  /** Folders programs are looked up in. */
  searchPath: string[];
}

/** Returns where browsers are on most systems, with none named. */
export function usualPlaces(): BrowserPlaces {
  const home = homeFolder();
  return {
    named: undefined,
    cacheFolder: path.join(home, '.cache', 'lectern'),
    home,
    searchPath:
      process.platform === 'win32' ? [] : ['/usr/local/bin', '/usr/bin', '/bin', '/snap/bin', '/opt/homebrew/bin'],
  };
}

type BrowserKind = 'named' | 'fetched' | 'embedded' | 'puppeteer' | 'installed';

export interface FoundBrowser {
  kind: BrowserKind;
  /** Path of the program, or for the embedded browser the folder it is unpacked to. */
  place: string;
  version: string | undefined;
}

/** Lists every browser that could print, best first. */
export async function findBrowsers(places: BrowserPlaces): Promise<FoundBrowser[]> {
  const found: FoundBrowser[] = [];
  for await (const browser of searchBrowsers(places)) found.push(browser);
  return found;
}

/** Returns the folder for browsers that Lectern has fetched. */
export function fetchedFolder(cacheFolder: string): string {
  return path.join(cacheFolder, 'browsers');
}

/** Looks where a browser may be, as far as somebody asks for the next. */
async function* searchBrowsers(places: BrowserPlaces): AsyncGenerator<FoundBrowser> {
  if (places.named) yield { kind: 'named', place: places.named.path, version: undefined };
  // Most people have not fetched a browser, and do not load the code that finds one.
  const own = fetchedFolder(places.cacheFolder);
  if (existsSync(own)) {
    const { fetchedBrowsers } = await import('./known-browsers.ts');
    for (const place of await fetchedBrowsers(own)) yield { kind: 'fetched', place, version: undefined };
  }
  const version = await embeddedBrowserVersion(places.cacheFolder);
  if (version) yield { kind: 'embedded', place: places.cacheFolder, version };
  const { chromeChannels, fetchedBrowsers, puppeteerFolder } = await import('./known-browsers.ts');
  for (const place of await fetchedBrowsers(puppeteerFolder(places.home)))
    yield { kind: 'puppeteer', place, version: undefined };
  for (const place of installedBrowsers(places.searchPath, chromeChannels()))
    yield { kind: 'installed', place, version: undefined };
}

/**
 * Chooses the browser to print with: the one the user named, else the first found.
 *
 * @throws LecternError `BROWSER_MISSING` where there is none.
 */
export async function chooseBrowser(places: BrowserPlaces): Promise<BrowserProgram> {
  const { named } = places;
  if (named && !isFile(named.path)) {
    throw new LecternError('BROWSER_MISSING', `${named.by} names ${named.path}, which does not exist`, {
      advice: `Correct ${named.by}, or leave it out to use the browser that comes with Lectern.`,
    });
  }
  const first = await firstOf(searchBrowsers(places));
  if (!first) {
    throw new LecternError('BROWSER_MISSING', 'no browser was found', {
      advice:
        'Run “lectern doctor --install” to download one, install Chrome, Chromium or Edge, or name one with --browser or LECTERN_BROWSER.',
    });
  }
  if (first.kind === 'embedded' && first.version) return unpackEmbeddedBrowser(first.version, places.cacheFolder);
  return { path: first.place, env: {} };
}

async function firstOf<T>(values: AsyncIterable<T>): Promise<T | undefined> {
  for await (const value of values) return value;
  return undefined;
}

const PROGRAM_NAMES = [
  'chrome-headless-shell',
  'chromium-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
];

/** Chrome before it is stable. */
const EARLY_NAMES = ['google-chrome-beta', 'google-chrome-unstable'];

/** Where other browsers than Chrome are. */
const WELL_KNOWN = [
  '/usr/lib/chromium/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

function installedBrowsers(searchPath: string[], [stable = '', ...early]: string[]): string[] {
  const onPath = (names: string[]): string[] =>
    names.flatMap((name) => searchPath.map((folder) => path.join(folder, name)));
  const all = [...onPath(PROGRAM_NAMES), stable, ...WELL_KNOWN, ...onPath(EARLY_NAMES), ...early];
  // `/bin` is often `/usr/bin`, and a browser has several names in it.
  const places = new Map<string, string>();
  for (const place of all.filter(isFile)) {
    const real = realpathSync(place);
    if (!places.has(real)) places.set(real, place);
  }
  return [...places.values()];
}
