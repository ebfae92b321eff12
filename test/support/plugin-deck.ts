import { mkdtempSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'puppeteer';
import { VFile } from 'vfile';
import { onTestFinished } from 'vitest';
import { startBrowserPool } from '../../src/browser/browser-pool.ts';
import { html } from '../../src/export/html.ts';
import { resolveOptions } from '../../src/export/output-options.ts';
import { readPageParts } from '../../src/files/page-parts.ts';
import { NO_PLUGINS, type RevealPluginSource } from '../../src/model/plugins.ts';
import { createResources } from '../../src/pipeline/prepare-context.ts';
import { prepareDeck } from '../../src/pipeline/prepare-deck.ts';
import { readRevealPlugin } from '../../src/project/read-reveal-plugin.ts';
import { openDeck, places, temporaryFolder, type OpenDeck } from './browser.ts';

export type PluginChoice = Partial<RevealPluginSource> & Pick<RevealPluginSource, 'name' | 'script'>;

/**
 * Builds the page of a deck with plugins of reveal.js.
 *
 * @returns its path, and the deck's messages.
 */
export async function buildWithPlugins(
  folder: string,
  markdown: string,
  choices: readonly PluginChoice[],
): Promise<{ file: string; messages: string[] }> {
  const pool = startBrowserPool(places, { now: false });
  const revealPlugins = await Promise.all(
    choices.map((choice) => readRevealPlugin({ styles: [], options: {}, network: [], ...choice })),
  );
  const source = new VFile({ path: 'talk.md', cwd: folder, value: markdown });
  const { deckStyles, ...prepared } = await prepareDeck(source, {
    options: { plugins: { ...NO_PLUGINS, reveal: revealPlugins } },
    resources: createResources(pool, places.cacheFolder),
    purpose: { styleKinds: ['deck'] },
  });
  if (!deckStyles) throw new Error('the deck has no styles');
  const tools = { pool, cutFont: prepared.cutFont, page: await readPageParts() };
  const job = { ...prepared, deckStyles, tools, file: source, options: resolveOptions({}) };
  const [deck] = await html.export({ ...job, name: 'talk', epoch: undefined });
  await pool.close();
  const file = path.join(folder, 'talk.html');
  await mkdir(folder, { recursive: true });
  await writeFile(file, [deck?.bytes ?? ''].flat().join(''));
  return { file, messages: source.messages.map(String) };
}

/** A deck for plugins. */
export const PLUGIN_DECK = `---
title: Plugins at work
---

# A deck

## First

Text

## Second

<div class="dial">75</div>

## Third
`;

/** A folder for the files of one deck. */
export const pluginFolder = (): string => mkdtempSync(path.join(temporaryFolder(), 'lectern-plugins-'));

/** Opens a page for one test. */
export async function openForTest(browser: Browser, file: string, hash = ''): Promise<OpenDeck> {
  const opened = await openDeck(browser, file, hash);
  onTestFinished(() => opened.page.close());
  return opened;
}
