import { describe, expect, test } from 'vitest';
import { builtInThemes } from '../../src/styles/find-theme.ts';
import { openDeck, useBrowser } from '../support/browser.ts';
import { evaluate, make, type Box } from '../support/made-deck.ts';

const browser = useBrowser();

const svg = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%"/></svg>`;
const FILES = {
  'tall.svg': svg(900, 1400),
  'wide.svg': svg(1800, 600),
  'square.svg': svg(700, 700),
  'photo.svg': svg(1600, 1000),
};

/** Where elements of the slide shown stand. */
const boxes = (selector: string): string =>
  `[...document.querySelectorAll('.present ${selector}')].map((one) => one.getBoundingClientRect().toJSON())`;

function expectInside(found: readonly Box[]): void {
  expect(found.length).toBeGreaterThan(0);
  for (const { x, y, width, height } of found) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(1281);
    expect(y + height).toBeLessThanOrEqual(721);
  }
}

const picture = (name: string): string => `![${name}](${name}.svg "Caption of ${name}")`;
const GALLERY = ['photo', 'tall', 'wide', 'square', 'photo', 'tall', 'photo'].map(picture).join('\n');
const DECK = `---
cover: false
---

## Gallery

:::gallery
${GALLERY}
:::

## Logos

:::logos
${['photo', 'tall', 'wide', 'square', 'photo'].map(picture).join('\n')}
:::

${['browser', 'window', 'phone'].map((kind) => `## Frame\n\n:::frame{${kind} url=example.org title=Name}\n${picture('photo')}\n:::\n`).join('\n')}
## Beside words {layout=split}

Words

:::frame{phone}
![Tall](tall.svg)
:::
`;

describe.each(builtInThemes())('in %s', (theme) => {
  test('pictures of a gallery, logos and frames have equal sizes, and stand on the slide', async () => {
    const { html, messages } = await make(DECK, { to: ['html'], theme }, FILES);
    expect(messages).toEqual([]);
    const { page } = await openDeck(browser(), html);
    const rows = await evaluate<Box[][]>(
      page,
      `[...document.querySelectorAll('.present .picture-row')].map((row) => [...row.querySelectorAll('img')].map((one) => one.getBoundingClientRect().toJSON()))`,
    );
    expect(rows.flat()).toHaveLength(7);
    expectInside(rows.flat());
    for (const row of rows) for (const { height } of row) expect(height).toBeCloseTo(row[0]?.height ?? 0, 0);
    const widths = rows.map((row) => (row.at(-1)?.x ?? 0) + (row.at(-1)?.width ?? 0) - (row[0]?.x ?? 0));
    for (const width of widths) expect(width).toBeCloseTo(widths[0] ?? 0, 0);
    await page.keyboard.press('ArrowRight');
    const logos = await evaluate<Box[]>(page, boxes('.logos img'));
    expectInside(logos);
    const areas = logos.map(({ width, height }) => width * height);
    for (const area of areas) expect(area / Math.max(...areas)).toBeGreaterThan(0.97);
    for (const shape of [1.6, 1.6, 1.6, 900 / 1400]) {
      await page.keyboard.press('ArrowRight');
      const [view] = await evaluate<Box[]>(page, boxes('.frame-view'));
      expect((view?.width ?? 0) / (view?.height ?? 1)).toBeCloseTo(shape, 1);
      expect(view?.height).toBeGreaterThan(250);
      expectInside(await evaluate<Box[]>(page, boxes('.frame-box')));
    }
    await page.close();
  });
});

test('logos in one colour have that of the tone, and stay in their cells', async () => {
  const { html } = await make(
    `## Logos {tone=dark}\n\n:::logos{plain}\n${picture('square')}\n:::\n`,
    { to: ['html'] },
    FILES,
  );
  const { page } = await openDeck(browser(), html);
  const [cell] = await evaluate<Box[]>(page, boxes('.logos li'));
  const { x = 0, y = 0, width = 0, height = 0 } = cell ?? {};
  const shot = await page.screenshot({
    clip: { x: x + width / 2 - 2, y: y + height / 2 - 2, width: 4, height: 4 },
    encoding: 'base64',
  });
  const colour = await evaluate<number[]>(
    page,
    `new Promise((done) => {
      const image = new Image();
      image.onload = () => {
        const canvas = new OffscreenCanvas(4, 4).getContext('2d');
        canvas.drawImage(image, 0, 0);
        done([...canvas.getImageData(1, 1, 1, 1).data]);
      };
      image.src = 'data:image/png;base64,${shot}';
    })`,
  );
  // The file is black, and so is nearly the slide.
  expect(Math.min(...colour.slice(0, 3))).toBeGreaterThan(120);
  await page.close();
});
