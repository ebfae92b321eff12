import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer';
import { chooseBrowser } from '../../src/browser/find-browser.ts';
import { launchBrowser } from '../../src/browser/launch-browser.ts';
import { endBrowsers } from '../../src/browser/running-browsers.ts';
import { build, type DeckReport } from '../../src/app/build.ts';
import { browserPlaces } from '../../src/cli/environment.ts';
import { watch } from '../support/watch-page.ts';
import type { FuzzOptions } from './fuzz-compile.ts';
import { mutatedDeck } from './mutate.ts';
import type { FuzzResult } from './child.ts';

/** Decks that are built in one call. */
const BATCH = 10;

/**
 * Builds mutated decks twice, opens them in a browser without a network and goes through their slides. Returns those that
 * are not written, differ between the builds, or make the page complain, ask for something or show a dialog.
 */
export async function fuzzBrowser({ from, count, onFault, onDone }: FuzzOptions): Promise<FuzzResult[]> {
  const places = browserPlaces();
  const browser = await launchBrowser(() => chooseBrowser(places));
  const faulty: FuzzResult[] = [];
  try {
    for (let first = from; first < from + count; first += BATCH) {
      const seeds = Array.from({ length: Math.min(BATCH, from + count - first) }, (_, index) => first + index);
      for (const result of await faultyOf(seeds, browser)) {
        faulty.push(result);
        onFault?.(result);
      }
      onDone?.(first - from + seeds.length);
    }
  } finally {
    await endBrowsers();
  }
  return faulty;
}

async function faultyOf(seeds: number[], browser: Browser): Promise<FuzzResult[]> {
  const cwd = await mkdtemp(path.join(os.tmpdir(), 'lectern-fuzz-'));
  try {
    const decks = seeds.map((seed) => `fuzz-${seed}.md`);
    await Promise.all(seeds.map((seed) => writeFile(path.join(cwd, `fuzz-${seed}.md`), mutatedDeck(seed))));
    const once = await build({ decks, cwd, to: ['html'], outDir: 'once', browser: browserPlaces() });
    const again = await build({ decks, cwd, to: ['html'], outDir: 'again', browser: browserPlaces() });
    const results: FuzzResult[] = [];
    for (const [index, seed] of seeds.entries()) {
      const faults = await faultsOf(once.decks[index], again.decks[index], browser);
      // A deck that is trusted may run scripts and ask for files.
      const trusted = /html:\s*["']?trusted/.test(mutatedDeck(seed));
      if (faults.length > 0 && !trusted) results.push({ seed, faults });
    }
    return results;
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

async function faultsOf(
  once: DeckReport | undefined,
  again: DeckReport | undefined,
  browser: Browser,
): Promise<string[]> {
  if (once?.error) return [`${once.error.message} ${String(once.error.cause ?? '')}`];
  const [file, other] = [once?.outputs[0], again?.outputs[0]];
  // Bytes that are no text make no deck.
  if (once?.file.messages.some(({ ruleId }) => ruleId?.startsWith('source-'))) return [];
  if (!file || !other) return ['nothing was written'];
  const faults = (await readFile(file)).equals(await readFile(other)) ? [] : ['two builds differ'];
  return [...faults, ...(await complaintsOf(file, browser))];
}

async function complaintsOf(file: string, browser: Browser): Promise<string[]> {
  const page = await browser.newPage();
  try {
    await page.setOfflineMode(true);
    const complaints = watch(page);
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(pathToFileURL(file).href);
    await page.waitForSelector('html[data-ready]', { timeout: 20_000 });
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'End', 'Escape', 'Escape', 'Home'] as const)
      await page.keyboard.press(key);
    return complaints;
  } catch (error) {
    return [String(error)];
  } finally {
    await page.close();
  }
}
