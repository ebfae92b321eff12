import path from 'node:path';
import {
  Browser,
  ChromeReleaseChannel,
  computeSystemExecutablePath,
  getInstalledBrowsers,
  getVersionComparator,
} from '@puppeteer/browsers';
import { isFile } from '../files/plain-file.ts';

/** Returns the folder for browsers that Puppeteer has fetched. */
export function puppeteerFolder(home: string): string {
  return path.join(home, '.cache', 'puppeteer');
}

/** Lists the browsers that were fetched into a folder, the newest first. */
export async function fetchedBrowsers(cacheDir: string): Promise<string[]> {
  // Nothing is there where a folder may not be read or is a loop of links.
  const installed = await getInstalledBrowsers({ cacheDir }).catch(() => []);
  return [Browser.CHROMEHEADLESSSHELL, Browser.CHROME]
    .flatMap((name) => {
      const newer = getVersionComparator(name);
      return installed
        .filter(({ browser, buildId }) => browser === name && /^\d+(?:\.\d+){0,3}$/.test(buildId))
        .toSorted((one, other) => newer(other.buildId, one.buildId));
    })
    .map(({ executablePath }) => executablePath)
    .filter(isFile);
}

/**
 * Lists where Chrome is installed for all users or for one (Windows says where in its environment), by its channels: stable
 * first, empty where it is not. On Linux Chrome is on the search path, and the library would run programs from there to look
 * into Windows.
 */
export function chromeChannels(): string[] {
  if (process.platform === 'linux') return [];
  const { STABLE, BETA, DEV, CANARY } = ChromeReleaseChannel;
  return [STABLE, BETA, DEV, CANARY].map((channel) => {
    try {
      return computeSystemExecutablePath({ browser: Browser.CHROME, channel });
    } catch {
      return '';
    }
  });
}
