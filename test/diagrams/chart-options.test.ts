import { describe, expect, test } from 'vitest';
import { drawChart } from '../../src/diagrams/charts/chart.ts';
import type { Drawn, DrawingProblem } from '../../src/model/drawing.ts';

const draw = (source: string, options: Record<string, string>): Promise<Drawn | DrawingProblem> =>
  drawChart({ kind: 'chart', source, options: { lang: 'csv', ...options } });

async function drawn(source: string, options: Record<string, string>): Promise<Drawn> {
  const result = await draw(source, options);
  if ('problem' in result) throw new Error(result.problem);
  return result;
}

const labels = ({ markup }: Drawn): string[] =>
  [...markup.matchAll(/>([^<>]+)<\/text>/g)].map(([, label = '']) => label);
/** Colours of surfaces, in the order that they are drawn in. */
const fills = ({ markup }: Drawn): string[] =>
  [...markup.matchAll(/<path[^>]* fill="([^"]+)"/g)].map(([, fill = '']) => fill);

const LAND = 'Country,Share\nNetherlands,78\nBelgium,64\nLuxembourg,60';
const YEARS = 'Year,Rail,Road\n2024,44,29\n2025,46,37\n2026,49,48';

describe('what stands out', () => {
  test('is a row in colour and in bold, the others in grey', async () => {
    const chart = await drawn(LAND, { chart: 'bar', highlight: 'Belgium' });
    const [first, second, third] = fills(chart);
    expect(second).toContain('--deck-chart-1');
    expect(first).toContain('--deck-muted');
    expect(third).toBe(first);
    expect(chart.markup).toMatch(/font-weight="600"[^>]*>Belgium</);
    expect(chart.markup).not.toMatch(/font-weight="600"[^>]*>Luxembourg</);
  });

  test('is a series, or several, however they are written', async () => {
    const one = await drawn(YEARS, { chart: 'bar', highlight: 'road' });
    expect(new Set(fills(one).filter((fill) => fill.includes('--deck-chart-')))).toEqual(
      new Set(['var(--deck-chart-1, #36c)']),
    );
    const both = await drawn(YEARS, { chart: 'bar', highlight: 'Road, Rail' });
    expect(fills(both).filter((fill) => fill.includes('--deck-muted'))).toEqual([]);
  });

  test.each(['line', 'area', 'pie', 'scatter', 'waterfall', 'combo', 'bar'])(
    'leaves the rest of a %s in grey',
    async (chart) => {
      const source = chart === 'scatter' ? 'Name,A,B\nAnt,1,2\n2025,3,1' : YEARS;
      const highlight = ['line', 'area', 'combo', 'bar'].includes(chart) ? 'Rail' : '2025';
      expect((await drawn(source, { chart, highlight })).markup).toMatch(
        /(?:fill|stroke)="color-mix\([^"]*--deck-muted/,
      );
    },
  );

  test('has a message where it is not there', async () => {
    expect(await draw(LAND, { chart: 'bar', highlight: 'Belgum' })).toEqual({
      problem: 'no series or row “Belgum” to highlight; did you mean “Belgium”?',
    });
  });
});

describe('the axis of figures', () => {
  test('begins and ends where the author says', async () => {
    expect(labels(await drawn(YEARS, { chart: 'line', min: '20', max: '60' }))).toEqual(
      expect.arrayContaining(['20', '60']),
    );
    expect(labels(await drawn(YEARS, { chart: 'line', min: '20', max: '60' }))).not.toContain('0');
    expect(await draw(YEARS, { chart: 'line', min: 'low' })).toEqual({ problem: 'min=“low” is not a number' });
    expect(await draw(YEARS, { chart: 'line', min: '60', max: '20' })).toEqual({
      problem: 'min=“60” is not below max=“20”',
    });
  });

  test('has lines of reference with their labels, which are heard as well', async () => {
    for (const chart of ['bar', 'line', 'area', 'scatter', 'waterfall', 'combo']) {
      const result = await drawn(YEARS, { chart, line: 'Target: 80; Least: 12,5 %' });
      expect(result.markup.match(/stroke-dasharray/g)).toHaveLength(2);
      expect(labels(result)).toEqual(expect.arrayContaining(['Target 80', 'Least 12,5 %']));
      expect(result.description).toContain('Target 80; Least 12,5 %');
    }
    expect(await draw(YEARS, { chart: 'bar', line: 'Target' })).toEqual({
      problem: 'line=“Target” has no number, expected one as in “Target: 80”',
    });
  });

  test('gives way to figures on bars where those have room, or where the author says so', async () => {
    expect(labels(await drawn(LAND, { chart: 'bar' }))).toEqual(expect.arrayContaining(['78', '64', '60']));
    expect(labels(await drawn(LAND, { chart: 'bar' }))).not.toContain('0');
    expect(labels(await drawn(LAND, { chart: 'bar', values: 'false' }))).toContain('0');
    const many = `x,y\n${Array.from({ length: 60 }, (_, index) => `${1960 + index},${index}`).join('\n')}`;
    expect(labels(await drawn(many, { chart: 'bar' }))).not.toContain('59');
  });
});

describe('kinds', () => {
  test('shares of 100 % are written on their parts', async () => {
    const chart = await drawn('a,b,c\nx,1,3', { chart: 'bar', stacked: '100%' });
    expect(labels(chart)).toEqual(expect.arrayContaining(['25 %', '75 %']));
    expect(labels(await drawn('a,b,c\nx,1,3', { chart: 'bar', stacked: '100%', locale: 'tr' }))).toContain('%25');
    expect(await draw(YEARS, { chart: 'bar', stacked: 'half' })).toHaveProperty('problem');
  });

  test('stacks have their sums above', async () => {
    expect(labels(await drawn(YEARS, { chart: 'bar', stacked: 'true' }))).toEqual(
      expect.arrayContaining(['73', '83', '97']),
    );
  });

  test('a waterfall adds up, and a row without a figure is a sum', async () => {
    const chart = await drawn('Step,Sum\n2025,120\nPrices,34\nWages,-28\n2026,', { chart: 'waterfall' });
    expect(labels(chart)).toEqual(expect.arrayContaining(['120', '+34', '−28', '126']));
  });

  test('a combo has an axis of its own for figures of another size', async () => {
    const apart = await drawn('y,a,b\n1,200,7\n2,300,9', { chart: 'combo' });
    expect(labels(apart)).toEqual(expect.arrayContaining(['300', '12']));
    const near = await drawn('y,a,b\n1,20,17\n2,30,19', { chart: 'combo' });
    expect(labels(near).filter((label) => label === '0')).toHaveLength(1);
    expect(await draw(LAND, { chart: 'combo' })).toHaveProperty('problem', expect.stringContaining('two columns'));
  });

  test('a donut has a figure in its middle, and what it is below', async () => {
    const chart = await drawn(LAND, { chart: 'donut', center: 'Total: 202' });
    const [, size] = /font-size="(\d+)"[^>]*>202</.exec(chart.markup) ?? [];
    expect(Number(size)).toBeGreaterThan(30);
    expect(labels(chart)).toContain('Total');
  });

  test('points have the names of the first column, where that has words', async () => {
    const chart = await drawn('Name,Size,Speed\nAnt,1,5\nBee,2,9', { chart: 'scatter' });
    expect(labels(chart)).toEqual(expect.arrayContaining(['Ant', 'Bee', 'Size', 'Speed']));
    expect(chart.description).toBe('Size: Ant 1, Bee 2; Speed: Ant 5, Bee 9');
  });

  test('sparklines have names and last figures, and no axes', async () => {
    const chart = await drawn(YEARS, { chart: 'sparkline' });
    expect(labels(chart)).toEqual(['Rail', '49', 'Road', '48']);
  });

  test('lines have names at their ends, and beads while points are few', async () => {
    const row = (count: number): string => Array.from({ length: count }, (_, index) => `${index},${index}`).join('\n');
    const beads = async (count: number): Promise<number> =>
      (await drawn(`x,y\n${row(count)}`, { chart: 'line' })).markup.match(/<circle/g)?.length ?? 0;
    expect(await beads(30)).toBe(30);
    expect(await beads(31)).toBe(0);
    const chart = await drawn(YEARS, { chart: 'line' });
    expect(labels(chart)).toEqual(expect.arrayContaining(['Rail', 'Road']));
    expect(chart.markup).not.toContain('<g><path');
  });

  test('bars that lie begin at the right where the language does', async () => {
    const at = async (locale: string): Promise<(number | undefined)[]> => {
      const { markup } = await drawn(LAND, { chart: 'bar', horizontal: 'true', locale });
      return ['Belgium', '64'].map((text) => Number(new RegExp(`x="([^"]+)"[^>]*>${text}<`).exec(markup)?.[1]));
    };
    const [[name = 0, value = 0], [turnedName = 0, turnedValue = 0]] = [await at('en'), await at('ar')];
    expect(name).toBeLessThan(value);
    expect(turnedName).toBeGreaterThan(turnedValue);
  });

  test('bars lie where their names would have to be turned', async () => {
    const long = `x,y\n${Array.from({ length: 12 }, (_, index) => `Villingen-Schwenningen${index},1`).join('\n')}`;
    expect((await drawn(long, { chart: 'bar' })).markup).toMatch(/text-anchor="end"[^>]*>Villingen/);
    expect((await drawn(long, { chart: 'bar' })).markup).not.toContain('rotate');
    expect((await drawn(long, { chart: 'bar', horizontal: 'false' })).markup).toContain('rotate');
  });
});
