import { readdirSync } from 'node:fs';
import path from 'node:path';
import { isFile } from '../files/plain-file.ts';
import { homeFolder } from '../files/user-folders.ts';
import { LecternError } from '../model/errors.ts';
import type { BrowserEndpoint } from './connect-browser.ts';
import { embeddedBrowserVersion, unpackEmbeddedBrowser, type BrowserProgram } from './embedded-browser.ts';

/** What the command line found out about the environment; nothing here reads it by itself. */
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

/** Where browsers are on most systems, with none named. */
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

type BrowserKind = 'named' | 'embedded' | 'puppeteer' | 'installed';

export interface FoundBrowser {
  kind: BrowserKind;
  /** Path of the program, or for the embedded browser the folder it is unpacked to. */
  place: string;
  version: string | undefined;
}

/** Every browser that could print, best first. */
export async function findBrowsers(places: BrowserPlaces): Promise<FoundBrowser[]> {
  const found: FoundBrowser[] = [];
  if (places.named) found.push({ kind: 'named', place: places.named.path, version: undefined });
  const version = await embeddedBrowserVersion();
  if (version) found.push({ kind: 'embedded', place: places.cacheFolder, version });
  for (const place of puppeteerBrowsers(places.home)) found.push({ kind: 'puppeteer', place, version: undefined });
  for (const place of installedBrowsers(places.searchPath))
    found.push({ kind: 'installed', place, version: undefined });
  return found;
}

/**
 * The browser to print with: the one the user named, else the first found.
 *
 * @throws LecternError `BROWSER_MISSING` where there is none.
 */
export async function chooseBrowser(places: BrowserPlaces): Promise<BrowserProgram> {
  const { named } = places;
  if (named && !isFile(named.path)) {
    throw new LecternError('BROWSER_MISSING', `${named.by} names ${named.path}, and there is no such program`, {
      advice: `Correct ${named.by}, or leave it out to use the browser that comes with Lectern.`,
    });
  }
  const [first] = await findBrowsers(places);
  if (!first) {
    throw new LecternError('BROWSER_MISSING', 'no browser was found to print the PDF with', { advice: howToGetOne() });
  }
  if (first.kind === 'embedded' && first.version) return unpackEmbeddedBrowser(first.version, places.cacheFolder);
  return { path: first.place, env: {} };
}

function howToGetOne(): string {
  const install: Partial<Record<NodeJS.Platform, string>> = {
    linux: 'Install one (“npm install @sparticuz/chromium”, or your system’s chromium package)',
    darwin: 'Install Google Chrome or Chromium',
    win32: 'Install Google Chrome or Microsoft Edge',
  };
  return `${install[process.platform] ?? 'Install Chrome or Chromium'}, or name one with --browser or LECTERN_BROWSER; “--to html” needs none.`;
}

/** Newest first. */
function puppeteerBrowsers(home: string): string[] {
  const cache = path.join(home, '.cache', 'puppeteer');
  const programs: string[] = [];
  for (const [product, names] of Object.entries({
    'chrome-headless-shell': ['chrome-headless-shell'],
    chrome: ['chrome', 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'],
  })) {
    for (const build of listFolder(path.join(cache, product)).toReversed()) {
      for (const inner of listFolder(path.join(cache, product, build))) {
        programs.push(...names.map((name) => path.join(cache, product, build, inner, name)));
      }
    }
  }
  return programs.flatMap((program) => [program, `${program}.exe`]).filter(isFile);
}

const PROGRAM_NAMES = [
  'chrome-headless-shell',
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
];

const WELL_KNOWN = [
  '/usr/lib/chromium/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

function installedBrowsers(searchPath: string[]): string[] {
  const onPath = PROGRAM_NAMES.flatMap((name) => searchPath.map((folder) => path.join(folder, name)));
  return [...new Set([...onPath, ...WELL_KNOWN])].filter(isFile);
}

/** Nothing, where a folder may not be read or is a loop of links. */
function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
