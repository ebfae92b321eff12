import type { ElementContent } from 'hast';
import { unzipSync } from 'fflate';
import { fromHtml } from 'hast-util-from-html';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { createPackage } from '../../../src/export/pptx/package.ts';
import { colourOf, paletteOf, type ColourScheme } from '../../../src/export/pptx/colour-scheme.ts';
import { notesParagraphs } from '../../../src/export/pptx/notes-text.ts';
import { sectionList } from '../../../src/export/pptx/sections.ts';
import { textRoom } from '../../../src/export/pptx/text-room.ts';
import { scaleOf, transform } from '../../../src/export/pptx/units.ts';
import { partText, xml } from '../../../src/export/pptx/xml.ts';
import { cutBox } from '../../../src/client/shapes/cut.ts';
import type { Paragraph, Run } from '../../../src/client/shapes/measured.ts';
import type { Slide } from '../../../src/model/deck.ts';

const text = (element: Parameters<typeof partText>[0]): string => partText(element).split('\n')[1] ?? '';

describe('XML', () => {
  test('leaves out what it cannot hold, and escapes the rest', () => {
    const nul = String.fromCodePoint(0, 11);
    expect(text(xml('a:t', { lang: '"en"', sz: undefined, b: true }, `a${nul}<b>&\uD800`))).toBe(
      '<a:t lang="&#x22;en&#x22;" b="1">a&#x3C;b>&#x26;\uFFFD</a:t>',
    );
  });
});

describe('a package', () => {
  const made = (): Uint8Array => {
    const file = createPackage();
    file.add('ppt/slides/slide1.xml', xml('p:sld'), 'application/x-slide');
    const picture = file.addMedia(new Uint8Array([1, 2, 3]), 'png', 'image/png');
    file.relate('ppt/slides/slide1.xml', 'image', picture);
    file.relate('ppt/slides/slide1.xml', 'image', file.addMedia(new Uint8Array([1, 2, 3]), 'png', 'image/png'));
    file.relate('ppt/slides/slide1.xml', 'hyperlink', 'https://example.org/?a=1&b=2', 'outside');
    return file.zip();
  };

  test('has each picture once, and says what leads where', () => {
    const parts = unzipSync(made());
    expect(Object.keys(parts)).toEqual([
      '[Content_Types].xml',
      'ppt/slides/_rels/slide1.xml.rels',
      'ppt/slides/slide1.xml',
      'ppt/media/media1.png',
    ]);
    const relationships = new TextDecoder().decode(parts['ppt/slides/_rels/slide1.xml.rels']);
    expect(relationships.match(/Target="[^"]*"/g)).toEqual([
      'Target="../media/media1.png"',
      'Target="https://example.org/?a=1&#x26;b=2"',
    ]);
    expect(new TextDecoder().decode(parts['[Content_Types].xml'])).toContain('Extension="png" ContentType="image/png"');
  });

  test('is the same each time', () => {
    expect(made()).toEqual(made());
  });
});

describe('units', () => {
  test('a slide of 1280 px is as wide as one of PowerPoint', () => {
    const scale = scaleOf({ width: 1280, height: 720 });
    expect([scale.emu(1280), scale.emu(720), scale.points(40)]).toEqual([12_192_000, 6_858_000, 3000]);
  });

  test('no slide is larger or smaller than PowerPoint allows', () => {
    expect(scaleOf({ width: 20_000, height: 10_000 }).emu(20_000)).toBe(51_206_400);
    expect(scaleOf({ width: 60, height: 48 }).emu(48)).toBe(914_400);
  });

  test('turned shapes have an angle from 0 to 360', () => {
    const scale = scaleOf({ width: 1280, height: 720 });
    const box = { x: 1, y: 2, width: 3, height: 4 };
    expect(text(transform(scale, box, { rotation: -90 }))).toContain('rot="16200000"');
  });
});

test('colours of the theme are named, and others are themselves', () => {
  const scheme: ColourScheme = {
    dk1: '#111111',
    lt1: '#ffffff',
    dk2: '#000033',
    lt2: '#eeeeff',
    accent1: '#aa0000',
    accent2: '#00aa00',
    accent3: '#0000aa',
    accent4: '#aaaa00',
    accent5: '#00aaaa',
    accent6: '#aa00aa',
    hlink: '#0000ee',
    folHlink: '#0000ee',
  };
  const palette = paletteOf(scheme, { bg1: 'dk2', tx1: 'lt2', bg2: 'dk1', tx2: 'lt1' });
  expect(['#000033', '#aa0000', '#0000ee80', '#123456'].map((hex) => text(colourOf(palette, hex)))).toEqual([
    '<a:schemeClr val="bg1" />',
    '<a:schemeClr val="accent1" />',
    '<a:schemeClr val="hlink"><a:alpha val="50196" /></a:schemeClr>',
    '<a:srgbClr val="123456" />',
  ]);
});

describe('notes', () => {
  const paragraphs = (html: string): string[] => {
    const notes = fromHtml(html, { fragment: true }).children as ElementContent[];
    const place = { package: createPackage(), path: 'ppt/notesSlides/notesSlide1.xml', lang: 'en' };
    return notesParagraphs(notes, place).map(text);
  };

  test('have paragraphs, lists with levels, and looks', () => {
    const html = '<p>One <b>two</b></p><ul><li>a<ol><li><p>b</p><p>c</p></li></ol></li></ul><pre>x\ny\n</pre>';
    expect(paragraphs(html).map((one) => one.replaceAll(/ lang="en"|<a:buFont[^>]*>/g, ''))).toEqual([
      '<a:p><a:pPr /><a:r><a:rPr /><a:t>One </a:t></a:r><a:r><a:rPr b="1" /><a:t>two</a:t></a:r></a:p>',
      '<a:p><a:pPr marL="171450" indent="-171450"><a:buChar char="•" /></a:pPr><a:r><a:rPr /><a:t>a</a:t></a:r></a:p>',
      '<a:p><a:pPr marL="342900" lvl="1" indent="-171450"><a:buAutoNum type="arabicPeriod" /></a:pPr><a:r><a:rPr /><a:t>b</a:t></a:r></a:p>',
      '<a:p><a:pPr marL="342900" lvl="1" /><a:r><a:rPr /><a:t>c</a:t></a:r></a:p>',
      '<a:p><a:pPr /><a:r><a:rPr /><a:t>x</a:t></a:r></a:p>',
      '<a:p><a:pPr /><a:r><a:rPr /><a:t>y</a:t></a:r></a:p>',
    ]);
  });

  test('say formulas and images in words', () => {
    const [formula, image] = paragraphs('<p><span data-tex="a^2"><math></math></span></p><p><img alt="A boat"></p>');
    expect([formula, image].map((one) => /<a:t>(.*)<\/a:t>/.exec(one ?? '')?.[1])).toEqual(['a^2', 'A boat']);
  });
});

describe('sections', () => {
  const slides = (...sections: [name: string, opens?: boolean][]): Slide[] =>
    sections.map(([section, opensSection = false]) => ({ section, opensSection, file: new VFile() }) as Slide);
  const names = (shown: Slide[]): unknown => {
    const list = sectionList(shown, { title: 'Talk', idOf: (index) => 256 + index });
    return (
      list && [...text(list).matchAll(/name="([^"]*)"|sldId id="(\d+)"/g)].map(([, name, id]) => name ?? Number(id))
    );
  };

  test('hold all slides, also those before the first', () => {
    expect(names(slides([''], ['A', true], ['A'], ['B', true]))).toEqual(['Talk', 256, 'A', 257, 258, 'B', 259]);
  });

  test('two with one name stay two, and a deck without any has none', () => {
    expect(names(slides(['A', true], ['A', true]))).toEqual(['A', 256, 'A', 257]);
    expect(names(slides([''], ['']))).toBeUndefined();
  });
});

test('a line that fills its room gets some more, on the side where it ends', () => {
  const box = { x: 100, y: 50, width: 200, height: 20 };
  const runs: Partial<Run>[] = [{ size: 16.7 }];
  const line = {
    box,
    ink: box,
    lines: 1,
    leading: 20,
    natural: 20,
    ascent: 16.67,
    align: 'left',
    rtl: false,
    runs,
  } as Paragraph;
  expect(textRoom(box, [line], 1280)).toMatchObject({ x: 100, width: 218 });
  expect(textRoom(box, [{ ...line, align: 'right' }], 1280)).toMatchObject({ x: 82, width: 218 });
  expect(textRoom(box, [{ ...line, align: 'center' }], 1280)).toMatchObject({ x: 91, width: 218 });
  expect(textRoom(box, [{ ...line, lines: 2 }], 1280)).toMatchObject({ x: 100, width: 200 });
  expect(textRoom(box, [line], 305)).toMatchObject({ x: 100, width: 205 });
});

test('a box is cut to a polygon around it', () => {
  const box = { x: 0, y: 0, width: 10, height: 10 };
  const cut = (...polygon: [number, number][]): number[][] => cutBox(box, polygon).map(({ x, y }) => [x[1], y[1]]);
  expect(cut([0, 5], [10, 2], [10, 10], [0, 10])).toEqual([
    [0, 5],
    [10, 2],
    [10, 10],
    [0, 10],
  ]);
  expect(cut([-4, 6], [6, -4], [6, 6]).toSorted()).toEqual([
    [0, 2],
    [0, 6],
    [2, 0],
    [6, 0],
    [6, 6],
  ]);
  expect(
    cutBox(box, [
      [20, 20],
      [30, 20],
      [30, 30],
    ]),
  ).toEqual([]);
});
