import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { currentSlide, openDeck, places, root, settle, temporaryFolder, useBrowser } from '../support/browser.ts';

const browser = useBrowser();
const words = (count: number): string => Array.from({ length: count }, (_, at) => `word${at}`).join(' ');
/** Entries of all lengths. */
const entries = Array.from({ length: 40 }, (_, at) => {
  const authors = Array.from({ length: 1 + (at % 5) }, (_, one) => `Author${one}, Ann B.`).join(' and ');
  return `@article{k${at}, author={${authors}}, title={${words(4 + ((at * 7) % 20))}}, journal={Journal of Things}, year=${1980 + at}, volume=${at}, pages={${at}1--${at}9}, doi={10.1000/x.${at}}}`;
});
const TALK = `---
title: Citations
bibliography: refs.bib
csl: apa
---

## Claim

As was shown [@k0; see @k39].

## Again

@k39 [p. 3] says so.

## Sources

::references{all}
`;

let out: string;
let messages: string[];

beforeAll(async () => {
  const cwd = await mkdtemp(path.join(temporaryFolder(), 'lectern-test-'));
  await writeFile(path.join(cwd, 'talk.md'), TALK);
  await writeFile(path.join(cwd, 'refs.bib'), entries.join('\n'));
  out = path.join(cwd, 'out');
  const report = await build({ decks: ['talk.md'], outDir: out, cwd, to: ['html', 'pdf'], browser: places });
  messages = report.decks.flatMap(({ file }) => file.messages.map(String));
  expect(report.ok).toBe(true);
});
afterAll(() => rm(path.dirname(out), { recursive: true, force: true }));

test('a long list goes on on slides that hold it without getting smaller', async () => {
  const { page } = await openDeck(browser(), path.join(out, 'talk.html'));
  const slides = (await page.evaluate(`[...document.querySelectorAll('.references')].map((list) => ({
    entries: list.children.length,
    title: list.closest('section').querySelector('h2').textContent,
    fit: getComputedStyle(list.closest('.slide-body')).zoom,
  }))`)) as { entries: number; title: string; fit: string }[];
  expect(messages).toEqual([]);
  expect(slides.reduce((sum, slide) => sum + slide.entries, 0)).toBe(40);
  expect(slides.length).toBeGreaterThan(3);
  expect(slides.length).toBeLessThan(10);
  expect(slides.map(({ fit }) => fit)).toEqual(slides.map(() => '1'));
  expect(slides[1]?.title).toBe(`Sources (2/${slides.length})`);
  await page.close();
});

test('a citation leads to its entry, and the entry back to where it is cited', async () => {
  const { page, complaints } = await openDeck(browser(), path.join(out, 'talk.html'), '#/claim');
  await page.click('section.present a.cite[href="#ref%3Ak39"]');
  await settle(page);
  expect(await currentSlide(page)).toBe('sources-6');
  const back = 'section.present .reference[id="ref:k39"] .cited-at a';
  expect(await page.$$eval(back, (links) => links.map((link) => link.textContent))).toEqual(['2', '3']);
  await page.click(`${back}:last-child`);
  await settle(page);
  expect(await currentSlide(page)).toBe('again');
  expect(complaints).toEqual([]);
  await page.close();
});

describe('in the PDF', () => {
  async function open(): Promise<PDFDocumentProxy> {
    const data = new Uint8Array(await readFile(path.join(out, 'talk.pdf')));
    return getDocument({ data, standardFontDataUrl: path.join(root, 'node_modules/pdfjs-dist/standard_fonts/') })
      .promise;
  }

  /** Pages that the links of a page lead to. */
  async function targets(pdf: PDFDocumentProxy, number: number): Promise<number[]> {
    const links = (await (await pdf.getPage(number)).getAnnotations()).filter(({ dest }) => Boolean(dest));
    return Promise.all(
      links.map(async ({ dest }) => {
        const [target] = (await pdf.getDestination(dest as string)) ?? [];
        return (await pdf.getPageIndex(target)) + 1;
      }),
    );
  }

  test('citations lead to the page of their entry, and entries back', async () => {
    const pdf = await open();
    expect(await targets(pdf, 2)).toEqual([4, 10]);
    expect(await targets(pdf, 3)).toEqual([10, 10]);
    expect(await targets(pdf, 4)).toEqual([2]);
    expect(await targets(pdf, 5)).toEqual([]);
    expect(await targets(pdf, 10)).toEqual([2, 3]);
  });
});
