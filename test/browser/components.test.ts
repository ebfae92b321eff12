import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSpecimen } from '../../src/app/specimen.ts';
import { startBrowserPool, type BrowserPool } from '../../src/browser/browser-pool.ts';
import { callClient } from '../../src/browser/call-client.ts';
import { deckCss } from '../../src/export/deck-css.ts';
import { createDoor } from '../../src/files/door.ts';
import type { Deck } from '../../src/model/deck.ts';
import { FIT_FLOOR } from '../../src/render/fit-verdict.ts';
import { dataAddresses } from '../../src/render/image-addresses.ts';
import { deckPages } from '../../src/render/pages.ts';
import { printDocument } from '../../src/render/print-document.ts';
import { builtInThemes, findTheme } from '../../src/styles/find-theme.ts';
import { fontCutter } from '../../src/styles/font-cutter.ts';
import { loadStyles } from '../../src/styles/load-styles.ts';
import { places, root } from '../support/browser.ts';

const SIZES = { '16:9': [1280, 720], '4:3': [1024, 768], A4: [1123, 794], upright: [794, 1123] } as const;

let pool: BrowserPool;
let components: Deck;

beforeAll(async () => {
  pool = startBrowserPool(places, { now: true });
  const file = path.join(root, 'test/fixtures/themes/components.md');
  components = await readSpecimen({ cacheFolder: places.cacheFolder, pool, file });
});
afterAll(() => pool.close());

/** The deck of all components as it is printed. */
async function openComponents(name: string, size: keyof typeof SIZES): Promise<Page> {
  const theme = findTheme(name, root);
  if (!theme) throw new Error(`no theme ${name}`);
  const [width, height] = SIZES[size];
  const deck = { ...components, meta: { ...components.meta, size: { width, height } } };
  const styles = loadStyles(theme, createDoor({ projectRoot: root }));
  const cutFont = fontCutter(path.join(places.cacheFolder, 'fonts'));
  const css = await deckCss(deck, { styles, slideThemes: new Map(), styleFiles: [] }, { kind: 'print', cutFont });
  const page = (await pool.openPage()) as Page;
  await page.setViewport({ width, height });
  const pages = deckPages(deck, { steps: false });
  await page.setContent(printDocument(deck, { css, addresses: dataAddresses(deck), pages, themeOf: new Map() }));
  // Fits slides as every output does.
  await callClient(page, 'inspect', 'showTone', { tone: null, fitFloor: FIT_FLOOR });
  return page;
}

/** Runs in the page: numbers by component, rounded to px. */
const MEASURES = `(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const px = (value) => Math.round(value);
  const box = (element) => element.getBoundingClientRect();
  const spread = (values) => Math.max(...values) - Math.min(...values);
  const rows = (elements) => Object.values(Object.groupBy(elements, (element) => px(box(element).top)));
  const outside = all('[data-component], [data-component] *').filter((element) => {
    const [own, slide] = [box(element), box(element.closest('section.slide'))];
    return own.width > 0 && (own.left < slide.left - 1 || own.right > slide.right + 1 || own.top < slide.top - 1 || own.bottom > slide.bottom + 1);
  });
  const wide = all('[data-component], [data-component] > li > *').filter((element) => element.scrollWidth > element.clientWidth + 1);
  return {
    outside: outside.map(({ outerHTML }) => outerHTML.slice(0, 80)),
    wide: wide.map(({ outerHTML }) => outerHTML.slice(0, 80)),
    kpis: all('.kpis').map((list) => {
      const numbers = [...list.querySelectorAll('.kpi-number > *')];
      return {
        sizes: new Set(numbers.map((number) => getComputedStyle(number).fontSize)).size,
        widest: Math.max(...numbers.map((number) => box(number).width / box(number.parentElement).width)),
        share: box(numbers[0]).height / box(numbers[0].closest('.slide')).height,
        rows: rows([...list.children]).length,
      };
    }),
    cards: all('.cards').map((list) => {
      const cards = [...list.children];
      return { rows: rows(cards).length, heights: spread(cards.map((card) => box(card).height)) };
    }),
    timelines: all('.timeline').map((list) => {
      const points = [...list.children];
      const bodies = points.map((point) => box(point.querySelector('.timeline-body')));
      return { rows: rows(points).length, starts: spread(bodies.map(({ left }) => left)), tops: spread(bodies.map(({ top }) => top)) };
    }),
    processes: all('.process').map((list) => {
      const stages = [...list.children];
      const titles = stages.map((stage) => box(stage.querySelector('.process-title')));
      const crossing = titles.some((one, index) => titles.some((other, at) => at > index &&
        one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1));
      return { rows: rows(stages).length, titles: spread(titles.map(({ top }) => top)), crossing: crossing && !list.matches('.process-chevrons') };
    }),
    boxes: all('.matrix-boxes, .proscons').map((list) => {
      const sizes = [...list.children].map((child) => box(child));
      return { widths: spread(sizes.map(({ width }) => width)), heights: spread(sizes.map(({ height }) => height)), rows: rows([...list.children]).length };
    }),
    people: all('.people').map((list) => {
      const pictures = [...list.querySelectorAll('.person-picture')].map((picture) => box(picture));
      return { rows: rows([...list.children]).length, sizes: spread(pictures.flatMap(({ width, height }) => [width, height])), size: pictures[0].width };
    }),
  };
})()`;

interface Measures {
  outside: string[];
  wide: string[];
  kpis: { sizes: number; widest: number; share: number; rows: number }[];
  cards: { rows: number; heights: number }[];
  timelines: { rows: number; starts: number; tops: number }[];
  processes: { rows: number; titles: number; crossing: boolean }[];
  boxes: { widths: number; heights: number; rows: number }[];
  people: { rows: number; sizes: number; size: number }[];
}

const measure = async (page: Page): Promise<Measures> => {
  const measures = (await page.evaluate(MEASURES)) as Measures;
  await page.close();
  return measures;
};

describe.each(builtInThemes())('in %s', (theme) => {
  test.each(Object.keys(SIZES) as (keyof typeof SIZES)[])(
    'components stay inside of their slide at %s',
    async (size) => {
      const { outside, wide } = await measure(await openComponents(theme, size));
      expect([outside, wide]).toEqual([[], []]);
    },
  );

  test('key figures have one size, which the longest decides', async () => {
    const { kpis } = await measure(await openComponents(theme, '16:9'));
    expect(kpis.map(({ sizes }) => sizes)).toEqual([1, 1, 1]);
    expect(kpis.map(({ rows }) => rows)).toEqual([2, 1, 2]);
    const [four, one] = kpis;
    expect(four?.widest).toBeGreaterThan(0.5);
    for (const { widest } of kpis) expect(widest).toBeLessThanOrEqual(1);
    // A number alone is what the slide shows.
    expect(one?.share).toBeGreaterThan(0.2);
  });

  test('cards have one height, and stand below each other where they have half of the slide', async () => {
    const { cards } = await measure(await openComponents(theme, '16:9'));
    expect(cards.map(({ rows }) => rows)).toEqual([1, 2, 2]);
    for (const { heights } of cards) expect(heights).toBeLessThan(1);
  });

  test('timelines are a row or a column, and what happens stands on one line', async () => {
    const { timelines } = await measure(await openComponents(theme, '16:9'));
    const [row, column] = timelines;
    expect([row?.rows, column?.rows]).toEqual([1, 7]);
    expect(row?.tops).toBeLessThan(1);
    expect(column?.starts).toBeLessThan(1);
  });

  test('stages have the places of their shape', async () => {
    const { processes } = await measure(await openComponents(theme, '16:9'));
    const [chevrons, discs, upright, cycle, funnel, pyramid, levels] = processes;
    for (const row of [chevrons, discs]) expect(row).toMatchObject({ rows: 1, titles: 0 });
    expect([upright?.rows, funnel?.rows, pyramid?.rows, levels?.rows]).toEqual([6, 4, 3, 7]);
    expect(cycle?.rows).toBeGreaterThan(2);
    expect(processes.filter(({ crossing }) => crossing)).toEqual([]);
  });

  test('boxes that belong together have one size', async () => {
    const { boxes } = await measure(await openComponents(theme, '16:9'));
    expect(boxes.map(({ rows }) => rows)).toEqual([2, 2, 1]);
    for (const { widths, heights } of boxes) expect(Math.max(widths, heights)).toBeLessThan(1);
  });

  test('people have round pictures of one size', async () => {
    const { people } = await measure(await openComponents(theme, '16:9'));
    expect(people.map(({ rows }) => rows)).toEqual([1, 1, 2]);
    for (const { sizes } of people) expect(sizes).toBeLessThan(1);
    const [one, four, seven] = people.map(({ size }) => size);
    expect([one, four, seven]).toEqual([one, four, seven].toSorted((a = 0, b = 0) => b - a));
  });
});
