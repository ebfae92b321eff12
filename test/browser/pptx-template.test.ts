import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { places } from '../support/browser.ts';
import { packageFaults } from '../support/ooxml/package-faults.ts';
import { findAll, readXml, type XmlElement } from '../support/ooxml/xml.ts';

const DECK = `---
title: Harbour report
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
`;

const cwd = mkdtempSync(path.join(os.tmpdir(), 'lectern-template-'));
let made: Record<string, Uint8Array>;
let messages: string[] = [];
const partOf = (name: string): XmlElement => readXml(strFromU8(made[name] ?? new Uint8Array()));

/** A presentation as the template of a company: with its colours, and a layout that has another name. */
function template(presentation: Uint8Array): Uint8Array {
  const changed = Object.entries(unzipSync(presentation)).map(([name, bytes]): [string, Uint8Array] => {
    const isText = /theme1\.xml$|slideLayouts\/\w+\.xml$|presentation\.xml$/.test(name);
    const text = (): string =>
      strFromU8(bytes)
        .replace(/(<a:accent1><a:srgbClr val=")\w+/, '$1E4572E')
        .replace('name="Section Header"', 'name="ACME"')
        .replace('type="secHead"', '')
        .replace(/<p:sldSz [^>]*>/, '<p:sldSz cx="9144000" cy="6858000"/>');
    return [name, isText ? strToU8(text()) : bytes];
  });
  return zipSync(Object.fromEntries(changed));
}

async function built(deck: string): Promise<Uint8Array> {
  writeFileSync(path.join(cwd, 'talk.md'), deck);
  const { decks } = await build({ decks: ['talk.md'], to: ['pptx'], cwd, browser: places });
  messages = (decks[0]?.file.messages ?? []).map(({ ruleId, reason }) => `${ruleId}: ${reason}`);
  return readFileSync(path.join(cwd, 'dist/talk.pptx'));
}

afterAll(() => rmSync(cwd, { recursive: true, force: true }));

beforeAll(async () => {
  writeFileSync(path.join(cwd, 'acme.potx'), template(await built(DECK)));
  const file = await built(DECK.replace('numbers: true', 'numbers: true\npptx: {template: acme.potx}'));
  expect(packageFaults(file)).toEqual([]);
  made = unzipSync(file);
});

/** What the placeholders of a part are, and what each says. */
function placeholders(element: XmlElement): (string | undefined)[][] {
  return findAll(element, 'p:sp').flatMap((shape) => {
    const place = findAll(shape, 'p:ph')[0]?.attributes;
    const paragraphs = findAll(shape, 'a:p').map((one) =>
      findAll(one, 'a:t')
        .map(({ text }) => text)
        .join(''),
    );
    return place ? [[place.get('type') ?? `content ${place.get('idx')}`, ...paragraphs]] : [];
  });
}

test('slides have its size, its theme, and its layouts by name', () => {
  expect(findAll(partOf('ppt/presentation.xml'), 'p:sldSz')[0]?.attributes.get('cx')).toBe('9144000');
  expect(strFromU8(made['ppt/theme/theme1.xml'] ?? new Uint8Array())).toContain('E4572E');
  expect(messages).toEqual([
    'pptx-template: The template “acme.potx” lacks layouts that slides have, which use others: “Title Slide” for “Section Header”',
  ]);
  expect(Object.keys(made).filter((name) => /^ppt\/slides\/\w+\.xml$/.test(name))).toHaveLength(5);
});

test('texts are in its placeholders, where and as it has them', () => {
  // The footnote has a place of its own.
  const shapes = findAll(partOf('ppt/slides/slide3.xml'), 'p:sp').filter((shape) => findAll(shape, 'p:ph').length > 0);
  expect(placeholders(partOf('ppt/slides/slide3.xml'))).toEqual([
    ['title', 'What we caught'],
    ['content 1', 'A good year, with some luck and a chart of it.', 'Herring', 'in spring', 'Cod1', 'First', 'Second'],
    ['ftr', 'Harbour report'],
    ['sldNum', '3 / 5'],
  ]);
  expect(shapes.flatMap((shape) => findAll(shape, 'a:xfrm'))).toEqual([]);
  expect(shapes.flatMap((shape) => findAll(shape, 'a:rPr')).filter(({ attributes }) => attributes.has('sz'))).toEqual(
    [],
  );
  expect(placeholders(partOf('ppt/slides/slide4.xml')).slice(1, 3)).toEqual([
    ['content 1', 'Mostly abroad'],
    ['content 13', 'Back to the catch'],
  ]);
});

test('other content is in the room of the text, in colours of the scheme', () => {
  const cards = partOf('ppt/slides/slide5.xml');
  const [group] = findAll(cards, 'p:grpSp');
  const end = (axis: 'x' | 'y', size: 'cx' | 'cy'): number =>
    Number(group && findAll(group, 'a:off')[0]?.attributes.get(axis)) +
    Number(group && findAll(group, 'a:ext')[0]?.attributes.get(size));
  expect(end('x', 'cx')).toBeLessThanOrEqual(9_144_000 * 1.34);
  expect(end('y', 'cy')).toBeLessThan(6_858_000);
  expect(findAll(cards, 'a:srgbClr')).toEqual([]);
});
