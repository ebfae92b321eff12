import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { make } from '../support/made-deck.ts';
import { bookmarks, MM, pageTexts, readPdf } from '../support/pdf-pages.ts';

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
