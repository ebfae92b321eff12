import { describe, expect, test } from 'vitest';
import { openDeck, settle, useBrowser } from '../support/browser.ts';
import { evaluate, make } from '../support/made-deck.ts';

const browser = useBrowser();
const THEMES = ['beacon', 'folio', 'galley', 'ledger', 'marmalade', 'nocturne', 'raster', 'slate'];

const fence = (info: string, table: string): string => `\`\`\`csv ${info}\n${table}\n\`\`\`\n`;

const QUARTERS = 'Quarter,Courses,Talks\nQ1,12,4\nQ2,18,9\nQ3,23,11\nQ4,31,16';
const CLOSE =
  'Year,Build,Print,Check,A long name of a line,Fifth\n2024,9,8,7,6,5\n2025,8,8,7.5,7,7\n2026,7.1,7.2,7,6.9,6.8';
const POINTS = 'Land,Income,Life\nGermany,48,80.8\nFrance,47,80.9\nBelgium,49,81\nItaly,35,82.9\nAustria,50,81.1';
const CHARTS = [
  fence('chart=bar title="A headline that says what there is to see" unit="thousand"', QUARTERS),
  fence('chart=bar stacked line="Target: 40" highlight=Talks', QUARTERS),
  fence('chart=bar horizontal stacked="100%"', QUARTERS),
  fence('chart=line line="Target: 7"', CLOSE),
  fence('chart=area', QUARTERS),
  fence('chart=donut center="Total: 84" highlight=Q4', QUARTERS),
  fence('chart=scatter highlight=Belgium', POINTS),
  fence('chart=waterfall', 'Step,Sum\n2025,120\nPrices,34\nWages,-28\n2026,'),
  fence('chart=combo', 'Year,Revenue,Margin\n2024,210,7.2\n2025,244,8.1\n2026,262,6.4'),
  fence('chart=sparkline', QUARTERS),
];

interface Label {
  words: string;
  size: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Labels of the charts on the slide that is shown; their boxes are as high as letters are. */
const LABELS = `[...document.querySelectorAll('section.present .chart svg text')].map((text) => {
  const { left, right, top, bottom } = text.getBoundingClientRect();
  const size = Number.parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().d;
  const less = (bottom - top - size * 0.8) / 2;
  return { words: text.textContent, size, left, right, top: top + less, bottom: bottom - less };
})`;

function faults(labels: readonly Label[]): string[] {
  const out = labels.filter(({ left, right, top, bottom }) => left < 0 || right > 1280 || top < 0 || bottom > 720);
  const small = labels.filter(({ size }) => size < 16);
  const meet = labels.flatMap((one, index) =>
    labels
      .slice(index + 1)
      .filter(
        (other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
      )
      .map((other) => `${one.words} and ${other.words} meet`),
  );
  return [
    ...out.map(({ words }) => `${words} is outside`),
    ...small.map(({ words, size }) => `${words}: ${size} px`),
    ...meet,
  ];
}

async function labelsOf(source: string): Promise<Label[][]> {
  const { html } = await make(source, { to: ['html'] });
  const { page } = await openDeck(browser(), html);
  const slides: Label[][] = [];
  const count = await evaluate<number>(page, `document.querySelectorAll('section.slide').length`);
  for (let slide = 0; slide < count; slide += 1) {
    slides.push(await evaluate<Label[]>(page, LABELS));
    await page.keyboard.press('ArrowRight');
    await settle(page);
  }
  await page.close();
  return slides;
}

describe('labels of charts', () => {
  test.each(THEMES)('have their room and can be read from the last row, in %s', async (theme) => {
    const whole = CHARTS.map((chart) => `## A chart\n\n${chart}`);
    const parts = `## Two\n\n:::grid{columns=2}\n${CHARTS[3]}\n${CHARTS[5]}:::\n\n## Three\n\n:::grid{columns=3}\n${CHARTS[0]}\n${CHARTS[4]}\n${CHARTS[7]}:::\n`;
    const slides = await labelsOf(`---\ntheme: ${theme}\ncompose: plain\n---\n\n${whole.join('\n')}\n${parts}`);
    expect(slides).toHaveLength(CHARTS.length + 2);
    for (const labels of slides) {
      expect(labels.length).toBeGreaterThan(3);
      expect(faults(labels)).toEqual([]);
    }
  });

  test('stand at the ends of lines, in the order of the lines', async () => {
    const [labels = []] = await labelsOf(`## A chart\n\n${CHARTS[3]}`);
    const names = ['Print', 'Build', 'Check', 'Fifth'];
    const ends = names.map((name) => labels.find(({ words }) => words === name));
    const tops = ends.map((end) => end?.top ?? Number.NaN);
    expect(tops).toEqual(tops.toSorted((one, other) => one - other));
    expect(new Set(ends.map((end) => Math.round(end?.left ?? 0))).size).toBe(1);
  });

  test('begin at the right in decks that read from there, with the headline above', async () => {
    const { html } = await make(`---\nlang: ar\n---\n\n## A chart\n\n${CHARTS[0]}`, { to: ['html'] });
    const { page } = await openDeck(browser(), html);
    const [headline, unit, chart] = await evaluate<number[]>(
      page,
      `(() => {
        const figure = document.querySelector('section.present .chart');
        const range = document.createRange();
        range.selectNodeContents(figure.querySelector('figcaption'));
        const unit = [...figure.querySelectorAll('text')].find((text) => text.textContent === 'thousand');
        return [range, unit, figure].map((part) => part.getBoundingClientRect().right);
      })()`,
    );
    expect(Math.abs((headline ?? 0) - (chart ?? 0))).toBeLessThan(3);
    expect(Math.abs((unit ?? 0) - (chart ?? 0))).toBeLessThan(12);
    await page.close();
  });
});
