import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, type DeckReport } from '../../src/app/build.ts';
import { places } from '../support/browser.ts';
import { packageFaults } from '../support/ooxml/package-faults.ts';
import { findAll, readXml, type XmlElement } from '../support/ooxml/xml.ts';

const DECK = `---
title: Harbour report
author: Ada
date: 2026-03-01
theme: ledger
numbers: true
footer: '{title}'
---

# Catch

## What we caught

A **good** year, with *some* luck and [a chart](https://example.org/chart) of it.

- Herring
  - in spring
- Cod[^1]

1. First
2. Second

[^1]: Counted by hand.

:::notes
Begin with the storm.

- Then the *boats*
- Then the nets
:::

## Where it went {layout=split}

:::left
Mostly abroad
:::

:::right
- Back to [the catch](#what-we-caught)
:::

## Cards {tone=dark}

:::cards
- **One** first card
- **Two** second card
:::

# Landing

## Berths

Six of them
`;

const folder = mkdtempSync(path.join(os.tmpdir(), 'lectern-pptx-'));
let report: DeckReport | undefined;
let file: Uint8Array;
let parts: Record<string, Uint8Array>;

async function written(name: string): Promise<[DeckReport | undefined, Uint8Array]> {
  const cwd = path.join(folder, name);
  mkdirSync(cwd);
  writeFileSync(path.join(cwd, 'talk.md'), DECK);
  const { decks } = await build({ decks: ['talk.md'], to: ['pptx'], cwd, browser: places });
  return [decks[0], readFileSync(path.join(cwd, 'dist/talk.pptx'))];
}

function part(name: string): XmlElement {
  return readXml(new TextDecoder().decode(parts[name]));
}

function slide(number: number): XmlElement {
  return part(`ppt/slides/slide${number}.xml`);
}

/** The paragraphs of a part, with their runs put together. */
function paragraphs(element: XmlElement): string[] {
  return findAll(element, 'a:p').map((found) =>
    findAll(found, 'a:t')
      .map(({ text }) => text)
      .join(''),
  );
}

/** What the placeholders of a part are, and what each says. */
function placeholders(element: XmlElement): (string | undefined)[][] {
  return findAll(element, 'p:sp').flatMap((shape) => {
    const place = findAll(shape, 'p:ph')[0];
    return place
      ? [[place.attributes.get('type') ?? `content ${place.attributes.get('idx')}`, ...paragraphs(shape)]]
      : [];
  });
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  [report, file] = await written('first');
  parts = unzipSync(file);
});

test('a presentation is valid, has no picture of text, and names the fonts that computers may lack', () => {
  expect(packageFaults(file)).toEqual([]);
  expect(Object.keys(parts).filter((name) => name.startsWith('ppt/media/'))).toEqual([]);
  expect(report?.file.messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`)).toEqual([
    'pptx-font: PowerPoint shows “IBM Plex Sans” only where this font is installed: talk.pptx contains no fonts',
  ]);
});

test('the same deck gives the same bytes', async () => {
  const [, again] = await written('second');
  expect(Buffer.from(again).equals(Buffer.from(file))).toBe(true);
});

describe('slides', () => {
  test('have their texts in the placeholders of their layouts, each paragraph once', () => {
    expect(placeholders(slide(3))).toEqual([
      ['title', 'What we caught'],
      [
        'content 1',
        'A good year, with some luck and a chart of it.',
        'Herring',
        'in spring',
        'Cod1',
        'First',
        'Second',
      ],
      ['ftr', 'Harbour report'],
      ['sldNum', '3 / 7'],
    ]);
    expect(placeholders(slide(4)).slice(0, 3)).toEqual([
      ['title', 'Where it went'],
      ['content 1', 'Mostly abroad'],
      ['content 13', 'Back to the catch'],
    ]);
  });

  test('inherit how text looks, and say only what differs', () => {
    const [bold, italic] = ['good', 'some'].map((text) =>
      findAll(slide(3), 'a:r').find((run) => findAll(run, 'a:t')[0]?.text === text),
    );
    const looks = (run: XmlElement | undefined): unknown =>
      run && Object.fromEntries(findAll(run, 'a:rPr')[0]?.attributes ?? []);
    // Sparse slides have larger letters than their layout.
    const sz = expect.any(String);
    expect([looks(bold), looks(italic)]).toEqual([
      { lang: 'en', sz, b: '1' },
      { lang: 'en', sz, i: '1' },
    ]);
    const title = findAll(slide(3), 'p:sp').find(
      (shape) => findAll(shape, 'p:ph')[0]?.attributes.get('type') === 'title',
    );
    expect(title && findAll(title, 'a:xfrm')).toEqual([]);
  });

  test('have lists with levels, bullets and numbers of PowerPoint', () => {
    const lists = findAll(slide(3), 'a:p').map((found) => {
      const level = findAll(found, 'a:pPr')[0]?.attributes.get('lvl') ?? '0';
      return [level].concat(['a:buNone', 'a:buChar', 'a:buAutoNum'].filter((name) => findAll(found, name).length > 0));
    });
    // Bullets are those of the layout; paragraphs between them have none.
    expect(lists.slice(1, 7)).toEqual([
      ['0', 'a:buNone'],
      ['0'],
      ['1'],
      ['0'],
      ['0', 'a:buAutoNum'],
      ['0', 'a:buAutoNum'],
    ]);
  });

  test('have links outside and to other slides', () => {
    const targets = [3, 4].map((number) =>
      findAll(part(`ppt/slides/_rels/slide${number}.xml.rels`), 'rels:Relationship')
        .filter(({ attributes }) => /hyperlink|\/slide$/.test(attributes.get('Type') ?? ''))
        .map(({ attributes }) => attributes.get('Target')),
    );
    expect(targets).toEqual([['https://example.org/chart'], ['slide3.xml']]);
  });

  test('in another tone have the colours of the theme in another order', () => {
    const map = findAll(slide(5), 'a:overrideClrMapping')[0]?.attributes;
    expect([map?.get('bg1'), map?.get('tx1')]).toEqual(['dk2', 'lt2']);
    expect(findAll(slide(3), 'a:overrideClrMapping')).toEqual([]);
  });

  test('group what belongs together', () => {
    const groups = findAll(slide(5), 'p:grpSp').map((group) => findAll(group, 'p:cNvPr')[0]?.attributes.get('name'));
    expect(groups[0]).toMatch(/^cards \d+$/);
    expect(findAll(slide(5), 'p:sp').length).toBeLessThanOrEqual(8);
  });
});

test('layouts have the names that PowerPoint gives them', () => {
  const names = Object.keys(parts)
    .filter((name) => /^ppt\/slideLayouts\/\w+\.xml$/.test(name))
    .map((name) => findAll(part(name), 'p:cSld')[0]?.attributes.get('name'));
  expect(names).toEqual(
    expect.arrayContaining([
      'Title Slide',
      'Title and Content',
      'Section Header',
      'Two Content',
      'Comparison',
      'Title Only',
      'Blank',
      'Content with Caption',
      'Picture with Caption',
      'Title Only, dark',
    ]),
  );
});

test('sections are those of the deck', () => {
  const sections = findAll(part('ppt/presentation.xml'), 'p14:section').map((section) => [
    section.attributes.get('name'),
    findAll(section, 'p14:sldId').length,
  ]);
  expect(sections).toEqual([
    ['Harbour report', 1],
    ['Catch', 4],
    ['Landing', 2],
  ]);
});

test('notes are pages with paragraphs and lists', () => {
  const notes = part('ppt/notesSlides/notesSlide3.xml');
  expect(paragraphs(notes)).toEqual(['Begin with the storm.', 'Then the boats', 'Then the nets']);
  expect(findAll(notes, 'a:buChar')).toHaveLength(2);
  expect(Object.keys(parts)).not.toContain('ppt/notesSlides/notesSlide4.xml');
});

test('title, author and date are those of the front matter', () => {
  const core = part('docProps/core.xml');
  const texts = ['dc:title', 'dc:creator', 'dcterms:created'].map((name) => findAll(core, name)[0]?.text);
  expect(texts).toEqual(['Harbour report', 'Ada', '2026-03-01T00:00:00Z']);
});
