import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSpecimen } from '../../src/app/specimen.ts';
import { startBrowserPool, type BrowserPool } from '../../src/browser/browser-pool.ts';
import { inspectTone } from '../../src/check/inspect-theme.ts';
import { deckCss } from '../../src/export/deck-css.ts';
import { createDoor } from '../../src/files/door.ts';
import type { Deck } from '../../src/model/deck.ts';
import { dataAddresses } from '../../src/render/image-addresses.ts';
import { deckPages } from '../../src/render/pages.ts';
import { printDocument } from '../../src/render/print-document.ts';
import { builtInThemes, findTheme } from '../../src/styles/find-theme.ts';
import { fontCutter } from '../../src/styles/font-cutter.ts';
import { loadStyles } from '../../src/styles/load-styles.ts';
import { openDeck, places, root, useBrowser } from '../support/browser.ts';
import { evaluate, make } from '../support/made-deck.ts';

const SIZES = {
  '16:9': { width: 1280, height: 720 },
  '4:3': { width: 1024, height: 768 },
  A4: { width: 1123, height: 794 },
  upright: { width: 794, height: 1123 },
};
const FILE = path.join(root, 'test/fixtures/themes/places.md');
/** What the agendas of a page look like, and the places that its sections show. */
const MEASURE = `(() => {
  const slides = [...document.querySelectorAll('.slide')];
  const shown = (element, pseudo) => {
    const { content, display, counterReset } = getComputedStyle(element, pseudo);
    // WebKit shows what is counted where it is shown, or in the body: not what the slide counts, which is contained.
    const counted = element.closest('.slide-body') ? getComputedStyle(element.closest('.slide-body')).counterReset : counterReset;
    return display !== 'none' && /counter\\(section/.test(content) && /^section [1-9]/.test(counted);
  };
  return {
    agendas: slides.filter(({ dataset }) => dataset.layout === 'agenda').map((slide) => {
      const [frame, list] = [slide, slide.querySelector('ol')].map((element) => element.getBoundingClientRect());
      return list.height / frame.height;
    }),
    numbers: slides.filter(({ dataset }) => 'section' in dataset).map((slide) =>
      [[slide, '::before'], [slide, '::after'], [slide.querySelector('.slide-body'), '::before'], [slide.querySelector('h1'), '::before']]
        .filter(([element, pseudo]) => shown(element, pseudo)).length),
    marks: slides.filter(({ dataset }) => 'section' in dataset).map((slide) => {
      const marks = [...slide.querySelectorAll('.section-marks > i')];
      const look = (mark) => { const { backgroundColor, borderColor, outlineStyle } = getComputedStyle(mark); const { width, height } = mark.getBoundingClientRect(); return JSON.stringify([backgroundColor, borderColor, outlineStyle, width, height]) };
      const current = marks.find((mark) => mark.className === 'current');
      return marks.slice(marks.indexOf(current) + 1).filter((mark) => look(mark) === look(current)).length;
    }),
  };
})()`;

let pool: BrowserPool;
beforeAll(() => {
  pool = startBrowserPool(places, { now: true });
});
afterAll(() => pool.close());

async function opened(deck: Deck, css: string): Promise<Page> {
  const page = (await pool.openPage()) as Page;
  await page.setViewport(deck.meta.size);
  const pages = deckPages(deck, { steps: false });
  await page.setContent(printDocument(deck, { css, addresses: dataAddresses(deck), pages, themeOf: new Map() }));
  return page;
}

describe.each(builtInThemes())('%s', (theme) => {
  test('shows where the talk is, at every size', async () => {
    const source = findTheme(theme, root);
    if (!source) throw new Error(`no theme ${theme}`);
    const { cacheFolder } = places;
    const styles = loadStyles(source, createDoor({ projectRoot: root }));
    const cutFont = fontCutter(path.join(cacheFolder, 'fonts'));
    const compiled = await readSpecimen({ cacheFolder, pool, file: FILE });
    const css = await deckCss(compiled, { styles, slideThemes: new Map(), styleFiles: [] }, { kind: 'print', cutFont });
    const wrong: string[] = [];
    for (const [name, size] of Object.entries(SIZES)) {
      const deck = { ...compiled, meta: { ...compiled.meta, size } };
      const page = await opened(deck, css);
      const { fits, texts } = await inspectTone(page, undefined);
      for (const { index, factor } of fits)
        if (factor < 0.8) wrong.push(`${name}: ${deck.slides[index]?.id} is scaled to ${factor}`);
      for (const { slide, words, fault } of texts)
        if (fault) wrong.push(`${name}: ${deck.slides[slide]?.id} “${words}” is ${fault}`);
      const { agendas, numbers, marks } = await evaluate<Record<'agendas' | 'numbers' | 'marks', number[]>>(
        page,
        MEASURE,
      );
      expect(agendas).toHaveLength(3);
      for (const share of agendas) if (share < 0.6) wrong.push(`${name}: an agenda fills ${share.toFixed(2)}`);
      expect(numbers, `${name}: numbers of sections`).toEqual([1, 1, 1, 1]);
      // Marks of what comes look like none of the current one.
      expect(marks, `${name}: marks of sections to come`).toEqual([0, 0, 0, 0]);
      await page.close();
    }
    expect(wrong).toEqual([]);
  });
});

describe('sections', () => {
  const browser = useBrowser();

  test('are counted where there are several', async () => {
    const { html } = await make('# Only one\n\n## A\n\ntext\n', { to: ['html'] });
    const { page } = await openDeck(browser(), html);
    expect(await evaluate(page, `document.querySelectorAll('[data-section], .section-marks').length`)).toBe(0);
    await page.close();
  });
});
