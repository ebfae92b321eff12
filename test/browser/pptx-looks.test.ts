import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/app/build.ts';
import { places } from '../support/browser.ts';
import { packageFaults } from '../support/ooxml/package-faults.ts';
import { findAll, readXml, type XmlElement } from '../support/ooxml/xml.ts';

const WORDS = `---
theme: slate
---

# Tide tables for everybody who sails {layout=statement}

## Today {layout=agenda}

::toc

# Spring

## Heights

| Port    | Status         |
| :------ | :------------- |
| Calais  | green Open     |
| Dover   | red Closed     |

: {rag=Status}

# Neap

## Two lines

The second high water of a day is lower, and it is later than the first one by about twelve hours.

- Ebb
- Flood

## Small print

[Tides](https://example.org) are not tied to H<sub>2</sub>O alone.

- [x] Ebb
- [ ] Flood

8. Ebb
9. Flood
10. Slack

## Thank you {layout=end}
`;

const STYLED = `---
style: style.css
---

## Bands

> A quotation

<div class="wheel"></div>

<div class="curve"></div>

<div class="disc">7</div>

## Cropped {layout=image-left}

![Red and blue](halves.svg)

Words

## Shapes

<div class="turned"></div>

<div class="leaf"></div>

<div class="masked"></div>

## Ornaments {grow=false}

<div><div class="topped"><p>One</p></div><div class="topped"><p>Two</p></div></div>
`;

const HALVES = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 400">
<rect width="800" height="400" fill="#ff0000"/><rect x="800" width="800" height="400" fill="#0000ff"/></svg>`;

const CURVE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60" fill="none" stroke="#804000"><path d="M5 55Q40 50 45 30T85 5M5 5V55H85"/></svg>`;
const STYLE = `.slide .curve { width: 90px; height: 60px; background: url('data:image/svg+xml,${encodeURIComponent(CURVE)}') center / contain no-repeat; }
.slide blockquote { background: linear-gradient(90deg, #ff0000 50%, #0000ff 50%); }
.slide .wheel { width: 200px; height: 100px; background: conic-gradient(red, gold, red); }
.slide .turned::before { content: ''; display: block; width: 40px; height: 40px; background: #800080; transform: rotate(45deg); }
.slide .leaf { width: 80px; height: 40px; background: #008080; border-radius: 0 50% 0 50%; }
.slide .masked { width: 80px; height: 40px; background: #ffff00; mask: linear-gradient(to right, #000, transparent); }
.slide .disc { display: grid; place-content: center; width: 90px; height: 90px; border-radius: 50%; background: #008000; outline: 6px solid #000080; }
.slide .topped::before { content: ''; display: block; width: 90px; height: 10px; background: #004040; }
.slide .topped > p { height: 20px; margin: 0; }
.slide .topped > p:first-child { margin-top: 40px; }`;

const folder = mkdtempSync(path.join(os.tmpdir(), 'lectern-pptx-'));
const files = new Map<string, Uint8Array>();

function part(deck: string, name: string): XmlElement {
  const file = files.get(deck);
  return readXml(new TextDecoder().decode(file && unzipSync(file)[name]));
}

function slide(deck: string, number: number): XmlElement {
  return part(deck, `ppt/slides/slide${number}.xml`);
}

function paragraphs(element: XmlElement): string[] {
  return findAll(element, 'a:p').map((found) =>
    findAll(found, 'a:t')
      .map(({ text }) => text)
      .join(''),
  );
}

/** EMU across and down. */
function sizeOf(shape: XmlElement | undefined): [number, number] {
  const size = shape && findAll(shape, 'a:ext').find(({ attributes }) => attributes.has('cx'))?.attributes;
  return [Number(size?.get('cx')), Number(size?.get('cy'))];
}

/** A length in the file's own unit. */
function px(length: number): string {
  return String(length * 9525);
}

/** The shapes with an outline or a fill of this colour. */
function inColour(element: XmlElement, colour: string): XmlElement[] {
  return findAll(element, 'p:sp').filter((shape) =>
    findAll(shape, 'p:spPr').some((looks) =>
      findAll(looks, 'a:srgbClr').some(({ attributes }) => attributes.get('val') === colour),
    ),
  );
}

beforeAll(async () => {
  writeFileSync(path.join(folder, 'words.md'), WORDS);
  writeFileSync(path.join(folder, 'styled.md'), STYLED);
  writeFileSync(path.join(folder, 'style.css'), STYLE);
  writeFileSync(path.join(folder, 'halves.svg'), HALVES);
  await build({ decks: ['words.md', 'styled.md'], to: ['pptx'], cwd: folder, browser: places });
  for (const name of ['words', 'styled']) files.set(name, readFileSync(path.join(folder, `dist/${name}.pptx`)));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('presentations with drawings of themes and of style sheets are valid', () => {
  expect([...files.values()].flatMap(packageFaults)).toEqual([]);
});

describe('a deck of words', () => {
  test('has no images: a stroke of the theme is a shape, and goes to the edge', () => {
    const words = files.get('words');
    const names = Object.keys(words ? unzipSync(words) : {});
    expect(names.filter((name) => name.startsWith('ppt/media/'))).toEqual([]);
    const stroke = findAll(slide('words', 8), 'p:sp').find((shape) => findAll(shape, 'a:custGeom').length > 0);
    const frame = stroke && findAll(stroke, 'a:xfrm')[0];
    const [start, width] = ['a:off', 'a:ext'].map((tag) => frame && findAll(frame, tag)[0]?.attributes);
    expect(Number(start?.get('x')) + Number(width?.get('cx'))).toBe(12_192_000);
  });

  test('has its agenda as one text, with numbers before tabs or in shapes', () => {
    const list = findAll(slide('words', 2), 'p:sp').find((shape) =>
      findAll(shape, 'p:ph').some(({ attributes }) => attributes.get('idx') === '1'),
    );
    expect(list && paragraphs(list)).toEqual(['Spring', 'Neap']);
    // Its font has bold letters alone, whatever the style sheet asks for.
    expect(list && findAll(list, 'a:rPr').map(({ attributes }) => attributes.get('b'))).toEqual(['1', '1']);
  });

  test('breaks lines that are about as long where the page does', () => {
    const margins = findAll(slide('words', 1), 'a:pPr').map(({ attributes }) => Number(attributes.get('marR') ?? 0));
    expect(Math.max(...margins)).toBeGreaterThan(0);
    expect(paragraphs(slide('words', 1))[0]).toBe('Tide tables for everybody who sails');
  });

  test('keeps what single words have from those beside them', () => {
    const line = findAll(slide('words', 7), 'p:sp').find((shape) => paragraphs(shape)[0]?.startsWith('Tides are'));
    const underlined = line && findAll(line, 'a:lstStyle').flatMap((list) => findAll(list, 'a:defRPr'));
    expect(underlined?.map(({ attributes }) => attributes.get('u'))).not.toContain('sng');
    const runs = line ? findAll(line, 'a:rPr') : [];
    const lowered = runs.find(({ attributes }) => attributes.has('baseline'));
    expect(lowered?.attributes.get('sz')).toBe(runs[1]?.attributes.get('sz'));
  });

  test('has checkboxes as bullets, and room for numbers of two digits', () => {
    const list = slide('words', 7);
    const bullets = findAll(list, 'a:buChar').map(({ attributes }) => attributes.get('char'));
    expect(bullets).toEqual(expect.arrayContaining(['☑', '☐']));
    expect(paragraphs(list)).toEqual(expect.arrayContaining(['Ebb', 'Flood']));
    const numbered = findAll(list, 'a:p').filter((one) => findAll(one, 'a:buAutoNum').length > 0);
    const [margins, indents] = ['marL', 'indent'].map((name) =>
      numbered.map((one) => Number(findAll(one, 'a:pPr')[0]?.attributes.get(name) ?? 0)),
    );
    expect(numbered).toHaveLength(3);
    expect(new Set(margins).size).toBe(1);
    expect(indents?.[2]).toBeLessThan(indents?.[0] ?? 0);
  });

  test('ends its slide numbers where they end on the page', () => {
    const number = findAll(part('words', 'ppt/slideLayouts/slideLayout2.xml'), 'p:sp').find((shape) =>
      findAll(shape, 'p:ph').some(({ attributes }) => attributes.get('type') === 'sldNum'),
    );
    const master = findAll(part('words', 'ppt/slideMasters/slideMaster1.xml'), 'p:sp').find((shape) =>
      findAll(shape, 'p:ph').some(({ attributes }) => attributes.get('type') === 'sldNum'),
    );
    const aligned = [number, master].flatMap((shape) => (shape ? findAll(shape, 'a:lvl1pPr') : []));
    expect(aligned.map(({ attributes }) => attributes.get('algn') ?? 'r')).toEqual(['r', 'r']);
  });

  test('has a shape for each mark in a table, and room for it before the words', () => {
    const table = slide('words', 4);
    const names = findAll(table, 'p:cNvPr').map(({ attributes }) => attributes.get('name') ?? '');
    expect(names.filter((name) => name.startsWith('rag'))).toHaveLength(2);
    const margins = findAll(table, 'a:tcPr').map(({ attributes }) => Number(attributes.get('marL')));
    expect(margins.at(-1)).toBeGreaterThan(margins.at(-2) ?? 0);
  });

  test('has room for longer titles on slides that are added from its layouts', () => {
    const layout = part('words', 'ppt/slideLayouts/slideLayout2.xml');
    const title = findAll(layout, 'p:sp').find((shape) =>
      findAll(shape, 'p:ph').some(({ attributes }) => attributes.get('type') === 'title'),
    );
    const width = Number(title && findAll(title, 'a:ext')[0]?.attributes.get('cx'));
    expect(width).toBeGreaterThan(0.45 * 12_192_000);
  });

  test('has few shapes, and each paragraph once, in the order of the source', () => {
    const last = slide('words', 6);
    expect(paragraphs(last).slice(0, 4)).toEqual([
      'Two lines',
      'The second high water of a day is lower, and it is later than the first one by about twelve hours.',
      'Ebb',
      'Flood',
    ]);
    // The decoration, the title, the sentence, the rules of the list, and the list.
    const [tree] = findAll(last, 'p:spTree');
    expect(tree?.children.filter(({ name }) => /^p:(?:sp|grpSp|pic)$/.test(name))).toHaveLength(5);
  });
});

describe('a style sheet', () => {
  test('has gradients that change at once as a shape for each band', () => {
    const [red, blue] = ['FF0000', '0000FF'].map((colour) => inColour(slide('styled', 1), colour));
    expect([red?.length, blue?.length]).toEqual([1, 1]);
  });

  test('has other backgrounds, and fills with a mask, as images where the page shows them', () => {
    expect(findAll(slide('styled', 1), 'p:pic')).toHaveLength(1);
    expect(findAll(slide('styled', 3), 'p:pic')).toHaveLength(1);
    expect(inColour(slide('styled', 3), 'FFFF00')).toEqual([]);
  });

  test('has what is turned in its size before that', () => {
    const [square] = inColour(slide('styled', 3), '800080');
    const frame = square && findAll(square, 'a:xfrm')[0];
    expect(frame?.attributes.get('rot')).toBe('2700000');
    // It is half as wide as the shape below it.
    const [size, leaf] = [sizeOf(square), sizeOf(inColour(slide('styled', 3), '008080')[0])];
    expect(size).toEqual([leaf[0] / 2, leaf[0] / 2]);
  });

  test('has corners that differ from each other', () => {
    const [leaf] = inColour(slide('styled', 3), '008080');
    const [width, height] = sizeOf(leaf);
    const arcs =
      leaf &&
      findAll(leaf, 'a:arcTo').map(({ attributes }) => ['wR', 'hR'].map((name) => Number(attributes.get(name))));
    expect(arcs).toEqual([
      [width / 2, height / 2],
      [width / 2, height / 2],
    ]);
  });

  test('has an image that is cropped as a whole beside its SVG', async () => {
    const [picture] = findAll(slide('styled', 2), 'p:pic');
    const crop = picture && findAll(picture, 'a:srcRect')[0]?.attributes;
    expect(Number(crop?.get('l'))).toBeGreaterThan(20_000);
    const styled = files.get('styled');
    const parts = Object.entries(styled ? unzipSync(styled) : {}).filter(([name]) => name.endsWith('.png'));
    const sizes = await Promise.all(parts.map(([, png]) => sharp(png).metadata()));
    expect(sizes.map(({ width, height }) => Math.round((10 * width) / height))).toContain(40);
  });

  test('has the lines of a drawing as shapes', () => {
    expect(inColour(slide('styled', 1), '804000').length).toBeGreaterThan(0);
    const lines = findAll(slide('styled', 1), 'a:path').filter(({ attributes }) => attributes.get('fill') === 'none');
    expect(lines.length).toBeGreaterThan(0);
  });

  test('has letters in the middle of a disc, and its outline around it', () => {
    const disc = findAll(slide('styled', 1), 'p:sp').find((shape) => paragraphs(shape).includes('7'));
    expect(disc && findAll(disc, 'a:bodyPr')[0]?.attributes.get('anchor')).toBe('ctr');
    expect(disc && findAll(disc, 'a:prstGeom')[0]?.attributes.get('prst')).toBe('ellipse');
    expect(inColour(slide('styled', 1), '000080')).toHaveLength(1);
  });

  test('has what it sets before content where it is, also where it counts elements', () => {
    const tops = inColour(slide('styled', 4), '004040').map((shape) => findAll(shape, 'a:off')[0]?.attributes.get('y'));
    expect(tops).toHaveLength(2);
    expect(String(Number(tops[1]) - Number(tops[0]))).toBe(px(70));
  });
});
