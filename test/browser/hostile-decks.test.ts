import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'puppeteer';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { startBrowserPool } from '../../src/browser/browser-pool.ts';
import { compileDeck } from '../../src/pipeline/compile-deck.ts';
import { html } from '../../src/export/html.ts';
import { resolveOptions } from '../../src/export/output-options.ts';
import { fontCutter } from '../../src/styles/font-cutter.ts';
import { readPageParts } from '../../src/files/page-parts.ts';
import { createResources } from '../../src/pipeline/prepare-context.ts';
import { NO_PLUGINS } from '../../src/model/plugins.ts';
import { places, settle, useBrowser, watch } from '../support/browser.ts';
import { testFolder } from '../support/made-deck.ts';

const DECKS = path.join(import.meta.dirname, '../fixtures/security');
const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
const browser = useBrowser();

/** Decks full of what runs or loads something elsewhere; none of it may, not even where nothing else would stop it. */
describe('a deck from elsewhere runs and loads nothing', () => {
  for (const name of readdirSync(DECKS).filter((name) => name.endsWith('.md'))) {
    test(name, async () => {
      const folder = await testFolder();
      const html = await shownDespiteErrors(name, folder);
      expect(html).toMatch(POLICY);
      for (const [file, text] of [
        ['with.html', html],
        ['without.html', html.replace(POLICY, '')],
      ] as const) {
        await writeFile(path.join(folder, file), text);
        expect(await happenings(browser(), path.join(folder, file)), file).toEqual([]);
      }
    });
  }
});

/** The deck as it would be if nobody minded its errors. */
async function shownDespiteErrors(name: string, folder: string): Promise<string> {
  const pool = startBrowserPool(places, { now: false });
  const cacheFolder = path.join(folder, 'cache');
  const file = new VFile({ path: name, cwd: DECKS, value: readFileSync(path.join(DECKS, name)) });
  const resources = createResources(pool, cacheFolder);
  const context = { options: {}, resources, purpose: { styleKinds: ['deck' as const] } };
  const { styles, ...made } = await compileDeck(file, context);
  if (!styles) throw new Error('the deck has no theme');
  const deckStyles = { styles, slideThemes: new Map(), styleFiles: [] };
  const cutFont = fontCutter(path.join(cacheFolder, 'fonts'));
  const tools = { page: await readPageParts(), pool, cutFont };
  const job = { ...made, deckStyles, tools, file, name: 'talk', options: resolveOptions({}) };
  const [deck] = await html.export({ ...job, settings: new Map(), epoch: undefined, plugins: NO_PLUGINS });
  await pool.close();
  return [deck?.bytes ?? ''].flat().join('');
}

/** What happens that should not while a deck is opened, stepped through, and everything on it is touched. */
async function happenings(browser: Browser, file: string): Promise<string[]> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 720 });
  await page.setOfflineMode(true);
  const found = watch(page);
  const opened = (): number => found.push('a window was opened');
  browser.on('targetcreated', opened);
  page.on('dialog', (dialog) => {
    found.push(`script: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const address = pathToFileURL(file).href;
  await page.goto(address);
  await page.waitForSelector('html[data-ready]');
  for (let at = ''; at !== page.url();) {
    at = page.url();
    await page.keyboard.press('ArrowRight');
    await settle(page);
    const steps = `document.querySelectorAll('section.slide.present .fragment:not(.visible)').length`;
    for (let left = Number(await page.evaluate(steps)); left > 0; left -= 1) await page.keyboard.press('ArrowRight');
  }
  // Links to other places are the author's; those that run something are followed.
  await page.evaluate(`addEventListener('click', (event) => {
    const link = event.target.closest('a');
    const scheme = link?.protocol ?? String(link?.href?.baseVal).trim();
    if (link && !/^(?:javascript|vbscript|data|blob):/i.test(scheme)) event.preventDefault();
  }, true);
  for (const touched of document.querySelectorAll('.slides *'))
    for (const name of ['pointerenter', 'mouseover', 'focus', 'toggle', 'click'])
      touched.dispatchEvent(new MouseEvent(name, { bubbles: true, cancelable: true }));`);
  await settle(page);
  if (!page.url().startsWith(address)) found.push(`the page went to ${page.url()}`);
  browser.off('targetcreated', opened);
  await page.close();
  return found;
}
