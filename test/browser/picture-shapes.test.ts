import { describe, expect, test } from 'vitest';
import { openDeck, useBrowser } from '../support/browser.ts';
import { evaluate, make, type Box } from '../support/made-deck.ts';

const browser = useBrowser();

const svg = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%"/></svg>`;
const FILES = {
  'tall.svg': svg(1600, 2400),
  'wide.svg': svg(2400, 1200),
  'small.svg': svg(400, 200),
  'own.css': '.stamp{width:60px}',
};

interface Shown extends Box {
  /** Width by height, by that of the file. */
  shape: number;
  fit: string;
}

/** Opens a deck of one slide for each text, and tells how the pictures of each are shown. */
async function shown(texts: string[]): Promise<Shown[][]> {
  const slides = texts.map((text, index) => `## Slide ${index}\n\n${text}`);
  const deck = `---\nstyle: own.css\n---\n\n${slides.join('\n\n')}\n`;
  const { html, messages } = await make(deck, { to: ['html'] }, FILES);
  expect(messages).toEqual([]);
  const { page } = await openDeck(browser(), html);
  const found: Shown[][] = [];
  for (const _ of texts) {
    found.push(
      await evaluate(
        page,
        `Promise.all([...document.images].map((image) => image.decode().catch(() => {}))).then(() => {
          const slide = document.querySelector('section.slide.present');
          return [...slide.querySelectorAll('img')].map((image) => {
            const box = image.getBoundingClientRect().toJSON();
            return { ...box, shape: box.width / box.height / image.naturalWidth * image.naturalHeight, fit: slide.style.getPropertyValue('--deck-fit') };
          });
        })`,
      ),
    );
    await page.keyboard.press('ArrowRight');
  }
  await page.close();
  return found;
}

const POSITIONS = {
  alone: '![a](tall.svg)',
  'alone with a share': '![a](tall.svg){width=50%}',
  'alone with a height': '![a](tall.svg){height=1000px}',
  'alone above words': '![a](tall.svg)\n\nwords',
  linked: '[![a](tall.svg)](https://example.org)\n\nwords',
  'linked with a share': '[![a](tall.svg){width=70%}](https://example.org)',
  'two in a row': '![a](wide.svg){width=30%} ![a](tall.svg){width=20%}',
  'between words': 'words ![a](wide.svg){width=300px} words ![a](tall.svg) words',
  'in a list': '- ![a](tall.svg)\n- ![a](wide.svg) words\n- ![a](tall.svg){width=50%}\n\n1. one\n\n   ![a](wide.svg)',
  'in cells': '| A | B |\n| - | - |\n| ![a](tall.svg) | words |\n| ![a](wide.svg) | ![a](tall.svg) |',
  'in a quote': '> ![a](tall.svg)\n>\n> words',
  'in a call-out': '> [!NOTE]\n> ![a](tall.svg){width=90%}',
  'in a div': '<div>\n\n![a](tall.svg)\n\n![a](wide.svg) words\n\n</div>',
  'in columns':
    '::::columns\n:::column\n- ![a](tall.svg)\n:::\n:::column\n<img src="tall.svg" width="400">\n\nwords\n:::\n::::',
  'in a grid':
    ':::grid{columns=2}\n![a](tall.svg)\n\n- ![a](tall.svg)\n\n<img src="wide.svg">\n\n![a](wide.svg) words\n:::',
  HTML: '<img src="tall.svg">',
  'HTML with one measure': '<img src="small.svg" height="300"> words\n\n<img src="tall.svg" width="900">',
  'HTML with the measures of the file': '<img src="wide.svg" width="2400" height="1200">',
  'HTML with a share': '<p><img src="tall.svg" width="60%"> words</p>',
  'HTML with styles':
    '<img src="tall.svg" style="width: 50%">\n\n<img src="small.svg" style="max-width:100px"> <img src="small.svg" style="max-height:40px"> <img src="small.svg" style="height:1em">',
  'HTML in a row':
    '<div style="display: flex"><img src="tall.svg" style="width:45%"><img src="wide.svg" style="width:45%"></div>',
  'HTML in a figure': '<figure style="text-align:center"><img src="tall.svg"><figcaption>words</figcaption></figure>',
  'HTML in details': '<details open><summary>words</summary><p><img src="tall.svg"></p></details>',
  'in a definition': 'Term\n: ![a](tall.svg)\n: ![a](wide.svg) words',
  'in a table of HTML':
    '<table><tr><td><img src="tall.svg"></td><td>words</td><td><img src="wide.svg" height="90"></td></tr></table>',
  'in a heading': '### ![a](tall.svg) words',
  'in a grid of CSS':
    '<div style="display:grid;grid-template-columns:1fr 2fr"><img src="tall.svg"><img src="wide.svg" style="width:100%"></div>',
  'in a picture': '<picture><source srcset="wide.svg"><img src="tall.svg"></picture>',
  'with a measure in CSS':
    '<img src="wide.svg" style="width:calc(50% - 20px)"> <img src="tall.svg" style="min-width:90px">',
  'in steps': ':::steps\n- ![a](tall.svg)\n- words\n:::',
};

describe('pictures', () => {
  test('keep their proportions and stay on the slide wherever they stand', async () => {
    const all = await shown(Object.values(POSITIONS));
    for (const [index, name] of Object.keys(POSITIONS).entries()) {
      expect(all[index]?.length, name).toBeGreaterThan(0);
      for (const { shape, right, bottom, width, fit } of (all[index] ?? []) as (Shown & DOMRect)[]) {
        expect(shape, name).toBeCloseTo(1, 1);
        expect(width, name).toBeGreaterThan(20);
        expect(right, name).toBeLessThanOrEqual(1281);
        expect(bottom, name).toBeLessThanOrEqual(681);
        // Words stay as large as they are; pictures give way.
        expect(Number(fit || 1), name).toBe(1);
      }
    }
  });

  test('are as large as their author says', async () => {
    const sizes: [string, number, number][] = [
      ['<img src="small.svg" style="width:50px">', 50, 25],
      ['<img src="small.svg" style="height: 60px">', 120, 60],
      ['<img src="small.svg" height="60">', 120, 60],
      ['<img src="small.svg" width="100" height="400" style="width:80px">', 80, 40],
      ['<img src="small.svg" width="100" height="100">', 100, 100],
      ['<img src="small.svg" width="30%">', 331, 166],
      ['![a](small.svg){width=50px}', 50, 25],
      ['![a](small.svg){height=40px}', 80, 40],
      ['![a](small.svg){width=800px} words', 800, 400],
      ['![a](small.svg){.stamp}', 60, 30],
      ['[![a](small.svg){width=30%}](https://example.org)', 331, 166],
      ['words [![a](small.svg){width=30%}](https://example.org)', 331, 166],
      ['<p align="center"><img src="small.svg" width="100"></p>', 100, 50],
      ['<img src="small.svg" style="width:200px;max-width:10%">', 110, 55],
    ];
    const all = await shown(sizes.map(([text]) => text));
    for (const [index, [text, width, height]] of sizes.entries()) {
      expect(all[index]?.[0]?.width, text).toBeCloseTo(width, -0.5);
      expect(all[index]?.[0]?.height, text).toBeCloseTo(height, -0.5);
    }
  });

  test('stand where the paragraph around them says, which keeps its id, classes and language', async () => {
    const [centred, right, div, own, floating, alone] = await shown([
      '<p align="center"><img src="small.svg" width="100"></p>',
      '<p style="text-align: right"><a href="https://example.org"><img src="small.svg" width="100"></a></p>',
      '<div align="center">\n\n![a](small.svg){width=100px}\n\n</div>',
      '<p id="here" class="mine" lang="de" data-id="x"><img src="small.svg" width="100"></p>\n\n[there](#here)',
      '<p><img src="small.svg" align="right" width="100"> words</p>',
      '<img src="small.svg" align="right" width="100">\n\nwords',
    ]);
    expect(centred?.[0]?.x).toBe(590);
    expect(right?.[0]?.x).toBe(1092);
    expect(div?.[0]?.x).toBe(590);
    expect(own?.[0]?.x).toBe(88);
    expect(floating?.[0]?.x).toBe(1092);
    expect(alone?.[0]?.x).toBe(1092);
  });
});

test('a picture behind a slide has the size and place of a CSS background', async () => {
  const places: [size: string, position: string, box: number[]][] = [
    ['15%', 'bottom left', [0, 624, 192, 96]],
    ['15%', 'right', [1088, 312, 192, 96]],
    ['15%', '0% 100%', [0, 624, 192, 96]],
    ['15%', 'top', [544, 0, 192, 96]],
    ['200px', '20px 30px', [20, 30, 200, 100]],
    ['200px 200px', 'right 20px bottom 30px', [1060, 490, 200, 200]],
    ['auto', 'top right', [880, 0, 400, 200]],
    ['auto 100px', '25% 75%', [270, 465, 200, 100]],
    ['cover', 'left', [0, 0, 1280, 720]],
  ];
  const slides = places.map(
    ([size, position], index) =>
      `## S${index} {background=small.svg background-size="${size}" background-position="${position}"}\n\nx\n`,
  );
  const { html } = await make(slides.join('\n'), { to: ['html'] }, FILES);
  const { page } = await openDeck(browser(), html);
  for (const [size, position, expected] of places) {
    const box = await evaluate<Box>(
      page,
      `document.querySelector('.present img.backdrop').getBoundingClientRect().toJSON()`,
    );
    expect([box.x, box.y, box.width, box.height].map(Math.round), `${size} ${position}`).toEqual(expected);
    await page.keyboard.press('ArrowRight');
  }
  await page.close();
});

describe('a part of a picture', () => {
  const slides: [attributes: string, ratio: number, radius: string][] = [
    ['ratio=16/9', 16 / 9, '0px'],
    ['ratio=1/2 focus="30% 20%"', 0.5, '0px'],
    ['shape=circle', 1, '50%'],
    ['shape=circle width=30%', 1, '50%'],
    ['shape=rounded ratio=4:3 height=200px', 4 / 3, '18px'],
  ];
  const places: [name: string, around: (picture: string) => string][] = [
    ['alone', (picture) => picture],
    ['above more than fits', (picture) => `${picture}\n\n${'- item\n'.repeat(6)}`],
    ['beside words', (picture) => `words ${picture} words`],
    ['in a column', (picture) => `::::columns\n:::column\n${picture}\n:::\n:::column\nwords\n:::\n::::`],
    ['linked', (picture) => `[${picture}](https://example.org)\n\nwords`],
  ];

  test.each(places)('has its shape %s, and is no larger than the slide', async (_, around) => {
    const texts = ['tall.svg', 'wide.svg'].flatMap((file) =>
      slides.map(([attributes]) => around(`![a](${file}){${attributes}}`)),
    );
    const deck = texts.map((text) => `## Slide\n\n${text}\n`).join('\n');
    const { html } = await make(deck, { to: ['html'] }, FILES);
    const { page } = await openDeck(browser(), html);
    for (const [at] of texts.entries()) {
      const [, ratio, radius] = slides[at % slides.length] ?? ['', 1, ''];
      const seen = await evaluate<Box & { radius: string; fit: string; cut: boolean }>(
        page,
        `(() => {
          const image = document.querySelector('.present img');
          const { borderRadius: radius, objectFit: fit } = getComputedStyle(image);
          const box = image.getBoundingClientRect().toJSON();
          return { ...box, radius, fit, cut: box.y + box.height > 720 || box.x + box.width > 1280 };
        })()`,
      );
      expect(seen.width / seen.height).toBeCloseTo(ratio, 1);
      expect({ radius: seen.radius, fit: seen.fit, cut: seen.cut }).toEqual({ radius, fit: 'cover', cut: false });
      await page.keyboard.press('ArrowRight');
    }
    await page.close();
  });
});
