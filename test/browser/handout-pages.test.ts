import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { accessFaults } from '../support/access-faults.ts';
import { make } from '../support/made-deck.ts';
import { AccessiblePdf } from '../support/pdf-access.ts';
import { bookmarks, drawn, MM, pageTexts, readPdf } from '../support/pdf-pages.ts';

/** Distinct words, so that each can be looked for. */
const words = (name: string, count: number): string =>
  Array.from({ length: count }, (_, index) => `${name}${index}e`).join(' ');
const TALK = `---
title: A talk on paper
author: Ada Lovelace
date: 2026-11-23
---

## One

text

:::notes
Some notes.
:::
`;

describe('a handout', () => {
  test('fills its pages, and has no slide behind text that begins on the page before', async () => {
    const notes = [12, 300, 60, 0, 90, 20, 700, 40, 0, 0, 150, 60].map((count, index) => {
      const text = count === 0 ? '' : `\n:::notes\n${words(`n${index}x`, count)}\n:::\n`;
      return `## Slide ${index}\n\ntext\n${text}`;
    });
    const { folder } = await make(`---\ntitle: Notes\n---\n\n${notes.join('\n')}`, { to: ['handout'] });
    const pdf = await readPdf(path.join(folder, 'dist/talk.handout.pdf'));
    const frames = await bookmarks(pdf);
    expect(pdf.numPages).toBeGreaterThan(3);
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const [, , , height = 0] = page.view;
      const items = (await page.getTextContent()).items.flatMap((item) =>
        'str' in item && item.str.trim() ? [item] : [],
      );
      const tops = items.map(({ str, transform }) => [str, height - Number((transform as number[])[5])] as const);
      const inside = tops.map(([, top]) => top).filter((top) => top > 21 * MM && top < height - 17 * MM);
      const area = height - 38 * MM;
      if (number < pdf.numPages) expect((Math.max(...inside) - 21 * MM) / area, `page ${number}`).toBeGreaterThan(0.75);
      for (const [text, top] of tops) {
        const slide = Number(/^n(\d+)x0e/.exec(text)?.[1] ?? -1);
        const frame = frames.find(({ title }) => title === `Slide ${slide}`);
        if (frame) expect([frame.page, frame.top < top], text).toEqual([number, true]);
      }
    }
  });

  test('says above and below its pages what its author wants', async () => {
    const handout = { head: '{title} | {date}', foot: 'Draft, {author} | {page}/{pages}' };
    const { folder } = await make(TALK, { to: ['handout'], handout });
    const pages = await pageTexts(await readPdf(path.join(folder, 'dist/talk.handout.pdf')));
    pages.forEach((text, index) => {
      for (const part of [
        'A talk on paper',
        'November 23, 2026',
        'Draft, Ada Lovelace',
        `${index + 1} / ${pages.length}`,
      ])
        expect(text).toContain(part);
      expect(text).not.toContain('Page ');
    });
  });

  test('is a booklet in grey with the steps of its slides, all on request', async () => {
    const steps = ':::steps\n- red\n- green\n- blue\n:::\n\n:::notes\nSome notes.\n:::';
    const slides = Array.from({ length: 9 }, (_, index) => `## Slide ${index}\n\n${steps}\n`);
    const deck = `---\ntitle: Folded\n---\n\nSee [the last](#slide-8).\n\n${slides.join('\n')}`;
    const handout = { booklet: true, grey: true, steps: true };
    const { folder } = await make(deck, { to: ['handout'], handout, theme: 'marmalade' }, {});
    const file = path.join(folder, 'dist/talk.handout.pdf');
    const pdf = await readPdf(file);
    const pages = await pageTexts(pdf);
    expect(pages.length % 2).toBe(0);
    const [, , width = 0, height = 0] = (await pdf.getPage(1)).view;
    expect([width, height].map(Math.round)).toEqual([842, 595]);
    // Two numbers a side, of which the one is as far from the end as the other from the start.
    const numbers = pages.map((text) => [...text.matchAll(/Page (\d+) of (\d+)/g)].map(([, page]) => Number(page)));
    const count = Number(/of (\d+)/.exec(pages[0] ?? '')?.[1]);
    expect(numbers.flat().toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: count }, (_, index) => index + 1),
    );
    for (const sides of numbers.filter(({ length }) => length === 2))
      expect(sides.reduce((sum, page) => sum + page)).toBe(Math.ceil(count / 4) * 4 + 1);
    for (const label of ['3.1', '3.2', '3.3', '3.4']) expect(pages.join(' ')).toContain(`${label} Slide 0`);
    // Bookmarks and links lead to where slides are.
    for (const { title, page, left, top } of (await bookmarks(pdf)).slice(2)) {
      const items = (await (await pdf.getPage(page)).getTextContent()).items;
      const label = items.find((item) => 'str' in item && item.str.trim() === title);
      const [, , , , x = 0, y = 0] = (label && 'transform' in label ? label.transform : []) as number[];
      expect([Math.abs(x - left) < 30 * MM, Math.abs(height - y - top) < 10 * MM], title).toEqual([true, true]);
    }
    expect(accessFaults(await AccessiblePdf.read(await readFile(file)))).toEqual([]);
    const pixels = await drawn(pdf, 1, { scale: 0.5, left: 0, top: 0, width: 420, height: 297 });
    for (let at = 0; at < pixels.length; at += 4) expect(new Set(pixels.slice(at, at + 3)).size).toBe(1);
  });

  test('has lines for the words of blanks, and these at the end on request', async () => {
    const deck =
      '---\ntitle: Blanks\nlang: de\n---\n\n## Städte\n\nEins\n\n- Sie heißt :blank[Paris] und nicht :blank[Rom].\n';
    const textOf = async (to: 'pdf' | 'handout', solutions: boolean): Promise<string[]> => {
      const { folder } = await make(deck, { to: [to], handout: { solutions } });
      return pageTexts(await readPdf(path.join(folder, `dist/talk${to === 'pdf' ? '' : '.handout'}.pdf`)));
    };
    expect((await textOf('pdf', false)).join(' ')).toContain('Paris');
    expect((await textOf('handout', false)).join(' ')).not.toMatch(/Paris|Rom/);
    const pages = await textOf('handout', true);
    expect(pages.slice(0, -1).join(' ')).not.toMatch(/Paris|Rom/);
    expect(pages.at(-1)).toMatch(/Lö *sung.*Städte.*Paris.*Rom/s);
  });
});
