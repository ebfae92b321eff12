import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowserPool, type BrowserPool } from '../../src/browser/browser-pool.ts';
import { accessFaults } from '../support/access-faults.ts';
import { places } from '../support/browser.ts';
import { make } from '../support/made-deck.ts';
import { AccessiblePdf } from '../support/pdf-access.ts';
import { pageTexts, readPdf } from '../support/pdf-pages.ts';

const TALK = `---
title: A talk to read
subtitle: For those who were not there
author: Ada Lovelace
date: 2026-11-26
lang: en
description: What it says in one sentence.
---

:::notes
Welcome to all who read.
:::

## Agenda {layout=agenda}

# First part

:::notes
The part begins with words.
:::

## Numbers

| a | b |
| - | - |
| 1 | 2 |

:::notes
The table has two columns, see [the end](#last).
:::

## Shown alone

text

## Shown beside it

text

# Second part

## Last {#last}

> A quotation

:::notes
Words at the end.
:::
`;

const NOTES = ['Welcome to all', 'The part begins', 'The table has two columns', 'Words at the end'];

let pool: BrowserPool;
beforeAll(() => {
  pool = startBrowserPool(places, { now: true });
});
afterAll(() => pool.close());

describe('the talk as an article', () => {
  test('has notes as its text, sections as headings and slides as figures', async () => {
    const { folder } = await make(TALK, { to: ['article'] });
    const file = path.join(folder, 'dist/talk.article.pdf');
    const pdf = await readPdf(file);
    const all = (await pageTexts(pdf)).join(' ').replaceAll(/\s+/g, ' ');
    for (const words of NOTES) expect(all.split(words), words).toHaveLength(2);
    expect(NOTES.map((words) => all.indexOf(words))).toEqual(
      NOTES.map((words) => all.indexOf(words)).toSorted((one, other) => one - other),
    );
    expect(all).not.toContain('Agenda');
    const outline = await pdf.getOutline();
    expect(outline.map(({ title, items }) => [title, items.map((item: { title: string }) => item.title)])).toEqual([
      ['A talk to read', []],
      ['First part', ['Numbers', 'Shown alone', 'Shown beside it']],
      ['Second part', ['Last']],
    ]);
    expect(accessFaults(await AccessiblePdf.read(await readFile(file)))).toEqual([]);
  });

  test('is a page for the web that is whole by itself and fits a phone', async () => {
    const { folder } = await make(TALK, { to: ['article.html'] });
    const file = path.join(folder, 'dist/talk.article.html');
    const page = await pool.openPage();
    const requests: string[] = [];
    page.on('request', (request) => {
      if (!/^(?:data|file):/.test(request.url())) requests.push(request.url());
    });
    await page.setViewport({ width: 390, height: 800 });
    await page.goto(pathToFileURL(file).href);
    const seen = await page.evaluate(`({
      headings: [...document.querySelectorAll('h1, h2')].map((heading) => heading.textContent),
      pictures: [...document.images].map((image) => [image.complete && image.naturalWidth > 0, image.alt]),
      wide: document.documentElement.scrollWidth > innerWidth,
      target: document.querySelector('a[href="#last"]') !== null && document.getElementById('last') !== null,
    })`);
    expect(seen).toEqual({
      headings: ['A talk to read', 'First part', 'Second part'],
      pictures: [
        [true, 'Numbers a b 1 2'],
        [true, 'Shown alone text'],
        [true, 'Shown beside it text'],
        [true, 'Last A quotation'],
      ],
      wide: false,
      target: true,
    });
    expect(requests).toEqual([]);
    await page.close();
  });
});
