import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Element, Nodes } from 'hast';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { build } from '../../src/app/build.ts';
import { compile } from '../../src/compile/compile.ts';
import type { Deck } from '../../src/model/deck.ts';
import { openDeck, places, root, settle, takeSteps, temporaryFolder, useBrowser } from '../support/browser.ts';
import { withFiles } from '../support/compile.ts';
import { accessFaults } from '../support/access-faults.ts';
import { AccessiblePdf } from '../support/pdf-access.ts';

const browser = useBrowser();
const DECKS = ['tour', 'python-at-work'] as const;
let out: string;

beforeAll(async () => {
  out = await mkdtemp(path.join(temporaryFolder(), 'lectern-test-'));
  const report = await build({
    decks: DECKS.map((name) => `slides/${name}.md`),
    outDir: out,
    cwd: root,
    browser: places,
  });
  expect(report.ok).toBe(true);
});
afterAll(() => rm(out, { recursive: true, force: true }));

async function open(name: string): Promise<PDFDocumentProxy> {
  const data = new Uint8Array(await readFile(path.join(out, `${name}.pdf`)));
  return getDocument({ data, standardFontDataUrl: path.join(root, 'node_modules/pdfjs-dist/standard_fonts/') }).promise;
}

async function compiled(name: string): Promise<Deck> {
  const value = readFileSync(path.join(root, `slides/${name}.md`));
  return compile(
    new VFile({ path: `slides/${name}.md`, value }),
    withFiles(path.join(root, 'slides', `${name}.md`), root),
  );
}

/** Letters and digits only: where a line breaks, and at what hyphen, is the layout's business. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** What a slide shows on paper: the HTML of a formula and not its MathML, no drawings, of a stack the last layer. */
function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node) || (node.type === 'element' && isNotPrinted(node))) return '';
  return node.children.map(textOf).join(' ');
}

function isNotPrinted({ tagName, properties }: Element): boolean {
  const className = Array.isArray(properties['className']) ? properties['className'] : [];
  return (
    tagName === 'svg' ||
    properties['dataOnly'] === 'deck' ||
    className.some((name) => name === 'katex-mathml' || name === 'fade-out')
  );
}

describe.each(DECKS)('%s.pdf', (name) => {
  test('has a page for each slide, with all its words', async () => {
    const [pdf, deck] = await Promise.all([open(name), compiled(name)]);
    expect(pdf.numPages).toBe(deck.slides.length);
    for (const [index, slide] of deck.slides.entries()) {
      const { items } = await (await pdf.getPage(index + 1)).getTextContent();
      const parts = items.map((item) => ('str' in item ? item.str : ''));
      // What is written from the right stands in the file from left to right, letter by letter, in the forms it is drawn in.
      const page = bare(`${parts.join('')} ${parts.toReversed().join('')}`);
      for (const word of slide.content.map(textOf).join(' ').split(/\s+/)) {
        expect(page, `${slide.id}: ${word}`).toContain(bare(word));
      }
    }
  });

  test('has a bookmark for each slide, below its section', async () => {
    const [pdf, deck] = await Promise.all([open(name), compiled(name)]);
    const flat: string[] = [];
    for (const { title, items } of await pdf.getOutline()) {
      flat.push(title, ...items.map((item: { title: string }) => item.title));
      for (const item of items as { items: unknown[] }[]) expect(item.items).toEqual([]);
    }
    expect(flat).toEqual(deck.slides.map((slide) => slide.title || String(slide.number)));
    const sections = deck.slides.filter(({ opensSection }) => opensSection).length;
    const before = deck.slides.findIndex(({ opensSection }) => opensSection);
    expect(await pdf.getOutline()).toHaveLength(before + sections);
  });

  test('says what it is', async () => {
    const [pdf, deck] = await Promise.all([open(name), compiled(name)]);
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Title: deck.meta.title,
      Author: deck.meta.authors.join(', '),
      Subject: deck.meta.description,
      Keywords: deck.meta.keywords.join(', '),
      Language: 'en',
    });
    expect(metadata?.get('dc:title')).toBe(deck.meta.title);
    expect([...((await pdf.getMarkInfo()) as unknown as Map<string, boolean>)]).toContainEqual(['Marked', true]);
  });

  test('is tagged on every page', async () => {
    const pdf = await open(name);
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const tree = await (await pdf.getPage(number)).getStructTree();
      expect(JSON.stringify(tree), `page ${number}`).toMatch(/"role":"(?:H[1-6]|P)"/);
    }
  });

  test('is a PDF for everyone, as far as a program can tell', async () => {
    expect(accessFaults(await AccessiblePdf.read(readFileSync(path.join(out, `${name}.pdf`))))).toEqual([]);
  });

  test('has fonts as embedded subsets only', async () => {
    const source = (await AccessiblePdf.read(readFileSync(path.join(out, `${name}.pdf`)))).source();
    const names = [...source.matchAll(/\/FontName \/(\S+)/g)].map(([, font]) => font);
    expect(names.length).toBeGreaterThan(3);
    for (const font of names) expect(font).toMatch(/^[A-Z]{6}\+/);
    expect(source.match(/\/Type \/FontDescriptor/g)).toHaveLength(source.match(/\/FontFile\d? \d+ 0 R/g)?.length ?? 0);
  });

  test('looks like the slides on the screen', async () => {
    const pdf = await open(name);
    const onlySlide = (await compiled(name)).slides.findIndex(({ id }) => id === 'on-screen-and-on-paper') + 1;
    const { page } = await openDeck(browser(), path.join(out, `${name}.html`));
    await page.addStyleTag({ content: '.progress { display: none !important }' }).catch(() => {});
    await page.evaluate(`document.querySelector('.progress').remove()`);
    const unlike: number[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      await takeSteps(page);
      // What plays has a card on paper, and some things are for one of the two only.
      const alike = await page.evaluate(
        `!document.querySelector('.present :is(video, audio)') && ${number} !== ${onlySlide}`,
      );
      const screen = PNG.sync.read(Buffer.from(await page.screenshot()));
      const different = pixelmatch(screen.data, await drawn(pdf, number), undefined, 1280, 720, { threshold: 0.2 });
      // Two rasterizers draw the edges of letters differently, and no more than this.
      if (alike && different / (1280 * 720) >= 0.0008) unlike.push(number);
      await page.keyboard.press('ArrowRight');
      await settle(page);
    }
    await page.close();
    expect(unlike, 'pages').toEqual([]);
  });
});

async function drawn(pdf: PDFDocumentProxy, number: number): Promise<Uint8ClampedArray> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: 96 / 72 });
  const canvas = createCanvas(1280, 720);
  const context = canvas.getContext('2d');
  await page.render({ canvas: null, canvasContext: context as never, viewport }).promise;
  return context.getImageData(0, 0, 1280, 720).data;
}

test('links lead to slides, inside the PDF, and to the web', async () => {
  const pdf = await open('tour');
  const found: { url: string[]; pages: number[] } = { url: [], pages: [] };
  for (let number = 1; number <= pdf.numPages; number += 1) {
    for (const link of await (await pdf.getPage(number)).getAnnotations()) {
      if (link.url) found.url.push(link.url as string);
      else {
        const [target] = (await pdf.getDestination(link.dest as string)) ?? [];
        found.pages.push((await pdf.getPageIndex(target)) + 1);
      }
    }
  }
  expect(found.url).toEqual(expect.arrayContaining(['https://commonmark.org/help/', 'https://spec.commonmark.org/']));
  const deck = await compiled('tour');
  const page = (id: string): number => deck.slides.findIndex((slide) => slide.id === id) + 1;
  expect(found.pages).toEqual(expect.arrayContaining([page('writing'), page('quotes'), page('cover')]));
});

test('the same input gives the same bytes', async () => {
  const again = path.join(out, 'again');
  await build({ decks: ['slides/python-at-work.md'], outDir: again, cwd: root, browser: places });
  for (const file of ['python-at-work.html', 'python-at-work.pdf']) {
    expect((await readFile(path.join(again, file))).equals(await readFile(path.join(out, file))), file).toBe(true);
  }
});

describe('a slide with too much on it', () => {
  const items = (count: number, more = ''): string =>
    Array.from({ length: count }, (_, index) => `- Item ${index + 1}${more}\n`).join('');
  // Short items would go into two columns.
  const long = ' of a list with words that take more than half of the slide';
  const cases = [
    ['too tall', `## Tall\n\n${items(16, long)}`],
    ['too wide', `## Wide\n\n| ${'Heading | '.repeat(16)}\n|${'---|'.repeat(16)}\n| ${'value | '.repeat(16)}\n`],
    [
      'too tall in a column',
      `## Columns\n\n::::columns\n:::column\n${items(15)}:::\n:::column\n![](slide.svg)\n:::\n::::\n\nend\n`,
    ],
  ] as const;

  test.each(cases)('%s is scaled by the same factor on screen and on paper', async (_, deck) => {
    const cwd = await mkdtemp(path.join(out, 'fit-'));
    const { writeFile, copyFile } = await import('node:fs/promises');
    await writeFile(path.join(cwd, 'talk.md'), `# First\n\ntext\n\ntext\n\n${deck}`);
    await copyFile(path.join(root, 'slides/images/slide.svg'), path.join(cwd, 'slide.svg'));
    const report = await build({ decks: ['talk.md'], cwd, browser: places });
    const [message] = report.decks[0]?.file.messages ?? [];
    expect(message).toMatchObject({ line: 7, ruleId: 'overflow' });
    const factor = /scaled to (0\.\d\d)/.exec(message?.reason ?? '')?.[1];
    const { page } = await openDeck(browser(), path.join(cwd, 'dist/talk.html'));
    await page.keyboard.press('ArrowRight');
    await settle(page);
    const onScreen = await page.evaluate(`document.querySelector('.present').style.getPropertyValue('--deck-fit')`);
    expect(Number(onScreen)).toBe(Number(factor));
    const cut =
      await page.evaluate(`(() => { const body = document.querySelector('.present .slide-body').getBoundingClientRect();
      return [...document.querySelectorAll('.present .slide-body *')].filter((node) => node.getBoundingClientRect().bottom > 720).length; })()`);
    expect(cut).toBe(0);
    await page.close();
  });

  test('is an error where even half the size does not do, and all of it is shown', async () => {
    const cwd = await mkdtemp(path.join(out, 'fit-'));
    const { writeFile } = await import('node:fs/promises');
    await writeFile(path.join(cwd, 'talk.md'), `## Far too much\n\n${items(60)}`);
    const report = await build({ decks: ['talk.md'], cwd, browser: places });
    expect(report.ok).toBe(false);
    const [deck] = report.decks;
    expect(deck).toMatchObject({ file: { messages: [{ line: 1, fatal: true, ruleId: 'overflow' }] } });
    expect(deck?.outputs).toHaveLength(2);
    const factor = /it is shown at (\d\d) %/.exec(deck?.file.messages[0]?.reason ?? '')?.[1];
    const { page } = await openDeck(browser(), path.join(cwd, 'dist/talk.html'));
    const onScreen = await page.evaluate(`(() => {
      const slide = document.querySelector('.present');
      return [slide.style.getPropertyValue('--deck-fit'), [...slide.querySelectorAll('li')].at(-1).getBoundingClientRect().bottom <= 720];
    })()`);
    expect(onScreen).toEqual([String(Number(factor) / 100), true]);
    await page.close();
  });
});
