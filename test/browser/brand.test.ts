import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowserPool, type BrowserPool } from '../../src/browser/browser-pool.ts';
import { inspectTone } from '../../src/check/inspect-theme.ts';
import { neededContrast } from '../../src/check/rules/theme-contrast.ts';
import { readSpecimen } from '../../src/app/specimen.ts';
import { deckCss } from '../../src/export/deck-css.ts';
import { createDoor } from '../../src/files/door.ts';
import type { Deck } from '../../src/model/deck.ts';
import { dataAddresses } from '../../src/render/image-addresses.ts';
import { deckPages } from '../../src/render/pages.ts';
import { printDocument } from '../../src/render/print-document.ts';
import { builtInThemes, findTheme } from '../../src/styles/find-theme.ts';
import { fontCutter } from '../../src/styles/font-cutter.ts';
import { loadStyles } from '../../src/styles/load-styles.ts';
import { places, root } from '../support/browser.ts';

/** Colours that themes used to darken, and those on which white and black are about as legible. */
const BRANDS = ['#7c3aed', '#0b6e4f', '#ff7a00', '#757575', '#f6d5e0'];

let pool: BrowserPool;
let deck: Deck;

beforeAll(async () => {
  pool = startBrowserPool(places, { now: true });
  deck = await readSpecimen({ cacheFolder: places.cacheFolder, pool });
});
afterAll(() => pool.close());

describe.each(builtInThemes())('%s', (name) => {
  test('shows exactly the colour of the brand on its accent, with legible text', async () => {
    const theme = findTheme(name, root);
    if (!theme) throw new Error(`no theme ${name}`);
    const styles = loadStyles(theme, createDoor({ projectRoot: root }));
    const cutFont = fontCutter(path.join(places.cacheFolder, 'fonts'));
    const page = (await pool.openPage()) as Page;
    await page.setViewport(deck.meta.size);
    const wrong: string[] = [];
    for (const brand of BRANDS) {
      const branded = { ...deck, meta: { ...deck.meta, tokens: new Map([['accent', brand]]) } };
      const css = await deckCss(
        branded,
        { styles, slideThemes: new Map(), styleFiles: [] },
        { kind: 'print', cutFont },
      );
      const pages = deckPages(branded, { steps: false });
      await page.setContent(printDocument(branded, { css, addresses: dataAddresses(deck), pages, themeOf: new Map() }));
      const { texts } = await inspectTone(page, 'accent');
      expect(texts.length).toBeGreaterThanOrEqual(100);
      for (const text of texts) {
        const { slide, element, words, contrast, fault } = text;
        if (!fault && contrast >= neededContrast(text)) continue;
        wrong.push(`${brand}: ${deck.slides[slide]?.id} ${element} “${words}” ${fault ?? contrast.toFixed(2)}`);
      }
      const grounds = await page.$$eval(`.slide[data-tone=accent]`, (slides) => [
        ...new Set(slides.map((slide) => getComputedStyle(slide).backgroundColor)),
      ]);
      expect(grounds).toEqual([rgb(brand)]);
    }
    await page.close();
    expect(wrong).toEqual([]);
  });
});

function rgb(hex: string): string {
  return `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;
}
