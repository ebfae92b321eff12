import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Browser, computeExecutablePath } from '@puppeteer/browsers';
import { expect, test } from 'vitest';
import { chooseBrowser, findBrowsers, usualPlaces } from '../../src/browser/find-browser.ts';
import { testFolder } from '../support/made-deck.ts';

function program(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '');
  return file;
}

test('browsers that Puppeteer has fetched are found, the newest first, and then those on the search path', async () => {
  const home = await testFolder();
  const fetched = (browser: Browser, buildId: string): string =>
    program(computeExecutablePath({ browser, buildId, cacheDir: path.join(home, '.cache/puppeteer') }));
  const older = fetched(Browser.CHROME, '99.0.4844.51');
  const newer = fetched(Browser.CHROME, '131.0.6778.204');
  const shell = fetched(Browser.CHROMEHEADLESSSHELL, '120.0.6099.109');
  mkdirSync(path.join(home, '.cache/puppeteer/chrome/linux-odd/empty'), { recursive: true });
  const [beta, stable] = ['google-chrome-beta', 'google-chrome-stable'].map((name) =>
    program(path.join(home, 'bin', name)),
  );
  // One program under several names and in a linked folder is one browser.
  symlinkSync('google-chrome-stable', path.join(home, 'bin/google-chrome'));
  symlinkSync('bin', path.join(home, 'usr-bin'));
  const places = { ...usualPlaces(), home, searchPath: ['bin', 'usr-bin'].map((name) => path.join(home, name)) };
  const found = await findBrowsers(places);
  const own = found.filter(({ place }) => place.startsWith(home)).map(({ kind, place }) => [kind, place]);
  expect(own.filter(([kind]) => kind !== 'embedded')).toEqual([
    ['puppeteer', shell],
    ['puppeteer', newer],
    ['puppeteer', older],
    ['installed', stable],
    ['installed', beta],
  ]);
  const named = { path: older, by: '--browser' };
  expect(await chooseBrowser({ ...places, named })).toEqual({ path: older, env: {} });
});
