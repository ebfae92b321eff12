import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openDeck, root, settle, useBrowser } from '../support/browser.ts';
import { evaluate, make } from '../support/made-deck.ts';

const browser = useBrowser();

/** Kinds whose labels Mermaid gives no setting for: `check` warns of them. */
const SMALL = new Set(['c4', 'ishikawa']);

/** A value of `fill`, `stroke` and other colours, in attributes and in styles. */
const COLOUR = /(?<![\w-])(?:fill|stroke|color|stop-color|background(?:-color)?)\s*[:=]\s*"?\s*([#a-z][^;"'}]*)/gi;
const PLAIN = /^(?:var|color-mix|none|currentColor|transparent|inherit|revert|url)\b/;

test('every kind of Mermaid has the colours of the theme alone, labels that can be read, and no line for today', async () => {
  const slides: { name: string; markup: string; least: number; today: number }[] = [];
  const source = await readFile(path.join(root, 'test/fixtures/mermaid/kinds.md'), 'utf8');
  const { html, messages } = await make(source, { to: ['html'] });
  expect(messages).toEqual([]);
  const { page } = await openDeck(browser(), html);
  const count = await evaluate<number>(page, `document.querySelectorAll('section.slide').length`);
  for (let slide = 0; slide < count; slide += 1) {
    const facts = `(() => {
      const svg = document.querySelector('section.present .diagram > svg'), size = svg.viewBox.baseVal;
      const scale = Math.min(svg.clientWidth / size.width, svg.clientHeight / size.height);
      const labels = [...svg.querySelectorAll('text')].filter((text) => text.getBoundingClientRect().width > 1);
      return {
        name: document.querySelector('section.present').id, markup: svg.innerHTML, today: svg.querySelectorAll('.today').length,
        least: Math.min(...labels.map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale)),
      };
    })()`;
    slides.push(await evaluate(page, facts));
    await page.keyboard.press('ArrowRight');
    await settle(page);
  }
  await page.close();
  expect(slides.length).toBeGreaterThan(24);
  const foreign = slides.flatMap(({ name, markup }) =>
    [...markup.matchAll(COLOUR)]
      .map(([, colour = '']) => colour)
      .filter((colour) => !PLAIN.test(colour))
      .map((colour) => `${name}: ${colour}`),
  );
  expect(foreign).toEqual([]);
  const small = slides
    .filter(({ name, least }) => least < 15.5 && !SMALL.has(name))
    .map(({ name, least }) => `${name}: ${least}`);
  expect(small).toEqual([]);
  expect(slides.filter(({ today }) => today > 0)).toEqual([]);
}, 120_000);

const PIPELINE = `graph LR
  commit[Commit] --> build[Build and unit tests] --> image[Container image] --> staging[Deploy to staging]
  staging --> tests[End-to-end tests] --> approve{Approved by product owner?}
  approve -->|yes| prod[(Production)]
  approve -->|no| commit`;

test('a long flowchart goes on in the next row, so that its labels are as large as text, and no edge crosses a box', async () => {
  const chain = ['Harvest', 'Washing', 'Drying', 'Shipping', 'Roasting', 'Packing', 'Delivery', 'Cup'];
  const fence = (source: string): string => `## A\n\n\`\`\`mermaid\n${source}\n\`\`\`\n\n`;
  const nodes = chain.map((name) => `${name}[${name}]`).join(' --> ');
  const rows = fence(`flowchart LR\n  ${nodes}`);
  const rtl = rows.replace('## A', '## A {lang=he}');
  const { html, messages } = await make(`${fence(PIPELINE)}${rows}${rtl}`, { to: ['html'] });
  expect(messages).toEqual([]);
  const { page } = await openDeck(browser(), html);
  const facts = `(() => {
    const svg = document.querySelector('section.present .diagram > svg');
    const boxes = [...svg.querySelectorAll('.node rect.basic')].map((box) => box.getBoundingClientRect());
    const scale = svg.getScreenCTM().a / new DOMMatrix(getComputedStyle(document.querySelector('.slides')).transform).a;
    const crossed = [...svg.querySelectorAll('.edgePaths > path')].flatMap((edge) => {
      const length = edge.getTotalLength(), matrix = edge.getScreenCTM();
      return Array.from({ length: 60 }, (_, at) => edge.getPointAtLength((length * (at + 0.5)) / 60).matrixTransform(matrix))
        .filter(({ x, y }) => boxes.some((box) => x > box.left + 2 && x < box.right - 2 && y > box.top + 2 && y < box.bottom - 2));
    });
    const view = svg.getBoundingClientRect();
    return {
      rows: new Set([...svg.querySelectorAll('.node rect.basic')].map((box) => Math.round(box.getBoundingClientRect().top / 40))).size,
      letters: Number.parseFloat(getComputedStyle(svg.querySelector('.node text')).fontSize) * scale,
      crossed: crossed.length,
      start: (boxes[0].left - view.left) / view.width,
      outside: boxes.filter((box) => box.left < view.left || box.right > view.right || box.bottom > view.bottom).length,
    };
  })()`;
  const [pipeline, folded, mirrored] = [await evaluate<Facts>(page, facts), await next(), await next()];
  await page.close();
  expect(pipeline.letters).toBeGreaterThan(22);
  for (const shown of [folded, mirrored]) expect(shown).toMatchObject({ rows: 2, crossed: 0, outside: 0 });
  // Languages that are read from the right have the first box there.
  expect(folded.start).toBeLessThan(0.1);
  expect(mirrored.start).toBeGreaterThan(0.7);
  expect(folded.letters).toBeGreaterThan(28);

  async function next(): Promise<Facts> {
    await page.keyboard.press('ArrowRight');
    await settle(page);
    return evaluate<Facts>(page, facts);
  }
}, 60_000);

interface Facts {
  rows: number;
  letters: number;
  crossed: number;
  start: number;
  outside: number;
}

test('names beside a pie are as large as text, clear of each other and inside the drawing', async () => {
  const source = '## Money\n\n```mermaid\npie\n  "Development" : 55\n  "Infrastructure" : 30\n  "Reserve" : 15\n```\n';
  const { html } = await make(source, { to: ['html'] });
  const { page } = await openDeck(browser(), html);
  const facts = `(() => {
    const all = [...document.querySelectorAll('.diagram .legend text')].map((text) => text.getBoundingClientRect());
    const { right } = document.querySelector('.diagram > svg').getBoundingClientRect();
    return { heights: all.map(({ height }) => height), gaps: all.slice(1).map(({ top }, index) => top - all[index].bottom),
      inside: all.every((box) => box.right <= right + 1) };
  })()`;
  const { heights, gaps, inside } = await evaluate<{ heights: number[]; gaps: number[]; inside: boolean }>(page, facts);
  expect(Math.min(...heights)).toBeGreaterThan(26);
  expect(Math.min(...gaps)).toBeGreaterThan(-1);
  expect(inside).toBe(true);
  await page.close();
});
