import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_HANDOUT } from '../../src/markdown/handout-settings.ts';
import type { HandoutSettings } from '../../src/model/handout.ts';
import { handoutGrid } from '../../src/render/handout-grid.ts';
import { accessFaults } from '../support/access-faults.ts';
import { make } from '../support/made-deck.ts';
import { AccessiblePdf } from '../support/pdf-access.ts';
import { bookmarks, drawn, MM, pageTexts, readPdf } from '../support/pdf-pages.ts';

/** Distinct words, so that each can be looked for. */
const words = (name: string, count: number): string =>
  Array.from({ length: count }, (_, index) => `${name}${index}e`).join(' ');
const paragraphs = (name: string, count: number): string =>
  Array.from({ length: count }, (_, index) => words(`${name}x${index}y`, 60)).join('\n\n');

const NOTES = `---
title: A talk on paper
author: Ada Lovelace
date: 2026-11-23
duration: 10m
---

# Beginnings

:::notes
${words('hello', 5)}
:::

## Short {duration=90s}

:::only{in=handout}
Only for those with paper.
:::

:::notes
**Bold** with [a link](https://example.org/) and \`code\`.

- first
- second
:::

## Long

See [the short one](#short).

:::notes
${paragraphs('long', 16)}
:::

## After

:::steps
- Some text.
- And more.
:::

:::notes
First, and :step[then].
:::

# Endings

## Last
`;

/** Points that letters of a word may reach into each other. */
const KERNING = 1;

describe.each(['handout', 'notes'] as const)('the page heads of %s', (to) => {
  test.each([
    ['a long title', `A fairly long title of a talk, as conference talks have them, about the state of everything`, 5],
    ['very long ones', 'Words that go on '.repeat(20), 40],
    ['a word longer than the line', `${'Donaudampfschifffahrt'.repeat(6)} today`, 3],
    ['wide letters', 'WWWW MMMM '.repeat(20), 1],
  ])('stay apart and on the page: %s', async (_, title, authors) => {
    const names = Array.from({ length: authors }, () => 'Ada Lovelace').join(', ');
    const deck = `---\ntitle: ${title}\nauthor: [${names}]\ndate: 2026-11-23\ncover: false\n---\n\n## One\n\ntext\n`;
    const { folder } = await make(deck, { to: [to] });
    const page = await (await readPdf(path.join(folder, `dist/talk.${to}.pdf`))).getPage(1);
    const [, , width = 0, height = 0] = page.view;
    const above = (await page.getTextContent()).items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , , x = 0, y = 0] = item.transform as number[];
      return y > height - 21 * MM ? [{ x, y, right: x + item.width }] : [];
    });
    expect(above.length).toBeGreaterThan(1);
    for (const { x, y, right } of above) {
      expect(x).toBeGreaterThan(14 * MM);
      expect(right).toBeLessThan(width - 14 * MM);
      expect(y).toBeLessThan(height - 2 * MM);
      for (const other of above.filter((one) => one.x > x && Math.abs(one.y - y) < 6))
        expect(other.x).toBeGreaterThan(right - KERNING);
    }
  });
});

describe('a handout', () => {
  test('has every word of its notes, flowing on to pages that say whose they are', async () => {
    const { folder } = await make(NOTES, { to: ['handout'] });
    const pdf = await readPdf(path.join(folder, 'dist/talk.handout.pdf'));
    const pages = await pageTexts(pdf);
    const all = pages.join(' ');
    for (const word of `${words('hello', 5)} ${paragraphs('long', 16)}`.split(/\s+/)) {
      expect(all.split(word), word).toHaveLength(2);
    }
    const [first = 0, last = 0] = ['longx0y0e', 'longx15y59e'].map((word) =>
      pages.findIndex((text) => text.includes(word)),
    );
    expect(last).toBeGreaterThan(first + 1);
    for (const text of pages.slice(first, last + 1)) expect(text).toMatch(/4\s+Long/);
    pages.forEach((text, index) => {
      expect(text).toContain('A talk on paper');
      expect(text).toMatch(/Ada Lovelace\s+·\s+November 23, 2026/);
      expect(text).toContain(`Page ${index + 1} of ${pages.length}`);
    });
    expect(all).toContain('Only for those with paper.');
  });

  test('puts nothing above anything else', async () => {
    const { folder } = await make(NOTES, { to: ['handout'] });
    const pdf = await readPdf(path.join(folder, 'dist/talk.handout.pdf'));
    const frames = await bookmarks(pdf);
    const { slideWidth, areaWidth } = handoutGrid(DEFAULT_HANDOUT, {
      size: { width: 1280, height: 720 },
      noteLengths: [300],
    });
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const [, , , height = 0] = page.view;
      for (const item of (await page.getTextContent()).items) {
        if (!('str' in item) || !/^(?:long|hello)x?\d/.test(item.str)) continue;
        const [, , , , x = 0, y = 0] = item.transform as number[];
        // Beside the slide, or below it over the whole width.
        const own = frames.findLast(({ page: on, top }) => on === number && height - y > top);
        const isBelow = !own || height - y > own.top + (slideWidth * MM * 9) / 16;
        expect(x).toBeGreaterThan(isBelow ? 42 : 42 + slideWidth * MM);
        expect(y).toBeGreaterThan(17 * MM);
        expect(height - y).toBeGreaterThan(21 * MM);
      }
      // Slides without notes stand side by side.
      const tops = [...new Set(frames.filter(({ page: on }) => on === number).map(({ top }) => top))];
      for (const [index, top] of tops.entries()) {
        const next = tops[index + 1] ?? height - 17 * MM;
        // The smallest is a divider by itself.
        expect(next - top).toBeGreaterThan(((areaWidth - 10) / 3) * MM * (9 / 16));
      }
    }
  });

  test('has links, bookmarks below sections, and is one for everyone', async () => {
    const { folder } = await make(NOTES, { to: ['handout'] });
    const file = path.join(folder, 'dist/talk.handout.pdf');
    const pdf = await readPdf(file);
    const outline = await pdf.getOutline();
    expect(outline.map(({ title, items }) => [title, items.length])).toEqual([
      ['A talk on paper', 0],
      ['Beginnings', 3],
      ['Endings', 1],
    ]);
    const links = (
      await Promise.all(
        Array.from({ length: pdf.numPages }, async (_, index) => (await pdf.getPage(index + 1)).getAnnotations()),
      )
    ).flat();
    // One that goes over two lines is there for each of them.
    expect([...new Set(links.map(({ url, dest }) => url ?? dest))].toSorted()).toEqual([
      'https://example.org/',
      'short',
    ]);
    const [target] = (await pdf.getDestination('short')) ?? [];
    expect(await pdf.getPageIndex(target)).toBe(0);
    expect(accessFaults(await AccessiblePdf.read(await readFile(file)))).toEqual([]);
  });

  test('starts sections on new pages, leaves notes out, gives lines to write on, all on request', async () => {
    const sizes = async (handout: Partial<HandoutSettings>): Promise<string[]> => {
      const { folder } = await make(NOTES, { to: ['handout'], handout });
      return pageTexts(await readPdf(path.join(folder, 'dist/talk.handout.pdf')));
    };
    const plain = await sizes({ notes: 'none', slides: 6 });
    expect(plain).toHaveLength(2);
    expect(plain.join()).not.toContain('hello0e');
    const sections = await sizes({ notes: 'none', slides: 6, sections: true });
    expect(sections.map((text) => /Beginnings/.test(text))).toEqual([false, true, false]);
    const lines = await sizes({ lines: true, slides: 3 });
    expect(lines).toHaveLength(3);
    expect(lines.join()).not.toContain('hello0e');
  });

  test('saves ink: dark slides are light on paper, colours behind them are gone', async () => {
    const deck = `---\ncompose: plain\n---\n\n## Dark {tone=dark}\n\ntext\n\n## Painted {background=navy tone=dark}\n\ntext\n`;
    const dark = async (ink: 'full' | 'save'): Promise<number> => {
      const { folder } = await make(deck, { to: ['handout'], handout: { ink }, theme: 'nocturne' });
      const pdf = await readPdf(path.join(folder, 'dist/talk.handout.pdf'));
      const data = await drawn(pdf, 1, { scale: 0.5, left: 0, top: 0, width: 298, height: 421 });
      let count = 0;
      for (let index = 0; index < data.length; index += 4) if ((data[index] ?? 0) < 100) count += 1;
      return count / (data.length / 4);
    };
    expect(await dark('full')).toBeGreaterThan(0.15);
    expect(await dark('save')).toBeLessThan(0.01);
  });

  test('is laid out by the front matter, and options of a call take precedence', async () => {
    const deck = NOTES.replace('duration: 10m', 'handout: {paper: Letter, orientation: landscape, slides: 6}');
    const { folder } = await make(deck, { to: ['handout'] });
    const [, , width, height] = (await (await readPdf(path.join(folder, 'dist/talk.handout.pdf'))).getPage(1)).view;
    expect([width, height].map(Number).map(Math.round)).toEqual([792, 612]);
    const turned = await make(deck, { to: ['handout'], handout: { orientation: 'portrait', paper: 'A4' } });
    const [, , across] = (await (await readPdf(path.join(turned.folder, 'dist/talk.handout.pdf'))).getPage(1)).view;
    expect(Math.round(Number(across))).toBe(595);
  });
});

describe('the speaker’s pages', () => {
  test('have a slide each, its times, what comes next and all of its notes', async () => {
    const { folder } = await make(NOTES, { to: ['notes'] });
    const file = path.join(folder, 'dist/talk.notes.pdf');
    const pages = await pageTexts(await readPdf(file));
    const all = pages.join(' ');
    for (const word of paragraphs('long', 16).split(/\s+/)) expect(all.split(word), word).toHaveLength(2);
    expect(pages[2]).toMatch(/~0:25/);
    expect(pages[2]).toMatch(/\+ 1:30/);
    expect(pages[2]).toMatch(/› Long/);
    const after = pages.find((text) => /First, and/.test(text)) ?? '';
    expect(after).toMatch(/1 +2.*First, and +1 +then/s);
    expect(after).toMatch(/\/ 10:00/);
    expect(accessFaults(await AccessiblePdf.read(await readFile(file)))).toEqual([]);
  });

  test('have large letters on request', async () => {
    const pages = async (large: boolean): Promise<number> => {
      const { folder } = await make(NOTES, { to: ['notes'], large });
      return (await readPdf(path.join(folder, 'dist/talk.notes.pdf'))).numPages;
    };
    expect(await pages(true)).toBeGreaterThan(await pages(false));
  });

  test('are Markdown, too, as their author wrote them', async () => {
    const { folder } = await make(NOTES, { to: ['notes.md'], slides: '1-3' });
    expect(await readFile(path.join(folder, 'dist/talk.notes.md'), 'utf8')).toBe(`# A talk on paper

Ada Lovelace · November 23, 2026

## 1. A talk on paper

*0:00, ~+0:10*

## 2. Beginnings

*~0:10, ~+0:15*

hello0e hello1e hello2e hello3e hello4e

## 3. Short

*~0:25, +1:30*

**Bold** with [a link](https://example.org/) and \`code\`.

- first
- second
`);
  });
});
