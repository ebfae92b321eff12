import { describe, expect, test } from 'vitest';
import { categoryAxis, type CategoryAxis } from '../../src/draw/chart-axis.ts';
import { readTable } from '../../src/draw/table.ts';
import { drawChart } from '../../src/draw/vega.ts';
import type { Drawn } from '../../src/model/drawing.ts';

async function drawn(source: string, options: Record<string, string>): Promise<Drawn> {
  const result = await drawChart({ kind: 'chart', source, options: { lang: 'csv', ...options } });
  if ('problem' in result) throw new Error(result.problem);
  return result;
}

const SALES = 'Quarter,Workshops,Talks\nQ1,12,9\nQ2,18,11\n';

describe('charts', () => {
  test.each(['bar', 'line', 'area', 'pie', 'scatter'])(
    '%s is drawn in tokens, and says what it shows',
    async (chart) => {
      const { markup, description } = await drawn(SALES, { chart });
      expect(markup).toContain('var(--deck-chart-1');
      expect(markup).not.toMatch(/font-family|(?:fill|stroke)="(?:#|rgb)/);
      expect(description).toContain('Workshops: Q1 12, Q2 18');
    },
  );

  test('bars of several series stand beside each other, or on each other, upright or lying', async () => {
    /** Left edges of the bars. */
    const edges = async (options: Record<string, string>): Promise<Set<string | undefined>> => {
      const { markup } = await drawn(SALES, { chart: 'bar', ...options });
      const bars = [...markup.matchAll(/<path[^>]*d="M([\d.]+),[^"]*"[^>]*fill="var\(--deck-chart/g)];
      expect(bars.length).toBeGreaterThanOrEqual(4);
      return new Set(bars.map(([, x]) => x));
    };
    const beside = (await edges({})).size;
    expect((await edges({ stacked: 'true' })).size).toBeLessThan(beside);
    expect((await edges({ horizontal: 'true' })).size).toBeLessThan(beside);
  });

  test('columns are chosen by name, and the axis has its unit', async () => {
    const { description, markup } = await drawn(SALES, { chart: 'line', y: 'Talks', unit: 'per quarter' });
    expect(description).toBe('Talks (per quarter): Q1 9, Q2 11');
    expect(markup).toContain('>per quarter<');
  });
});

describe('axes', () => {
  const axis = async (source: string, figures: boolean): Promise<CategoryAxis> =>
    categoryAxis(await readTable(source, 'csv'), 'x', figures, 960);

  test('labels that would meet are turned', async () => {
    const long = `x,y\n${Array.from({ length: 12 }, (_, index) => `A long name ${index},1`).join('\n')}`;
    expect((await axis(long, false)).axis).toMatchObject({ labelAngle: -40 });
    expect((await axis('x,y\na,1\nb,2', false)).axis).toMatchObject({ labelAngle: 0 });
  });

  test('figures are a scale, years without thousands; few dates are as written, many a scale of time', async () => {
    expect(await axis('x,y\n2020,1\n2023,2', true)).toMatchObject({ type: 'quantitative', axis: { format: 'd' } });
    expect(await axis('x,y\n1,1\n20000,2', true)).toMatchObject({ type: 'quantitative', axis: { format: ',~f' } });
    expect(await axis('x,y\n2020,1\n2023,2', false)).toMatchObject({ type: 'ordinal' });
    expect(await axis('x,y\n2026-01,1\n2026-02,2', true)).toMatchObject({ type: 'ordinal' });
    const days = Array.from({ length: 20 }, (_, index) => `2026-${String((index % 12) + 1).padStart(2, '0')}-05,1`);
    expect(await axis(`x,y\n${days.join('\n')}`, true)).toMatchObject({ type: 'temporal', scale: { type: 'utc' } });
  });
});

test('tables may be separated by commas, semicolons or tabs, and hold currencies and percent', async () => {
  expect(await readTable('a;b\nx;1\ny;2', 'csv')).toMatchObject({
    columns: ['a', 'b'],
    rows: [{ a: 'x', b: 1 }, { b: 2 }],
  });
  expect((await readTable('a\tb\nx\t1 000', 'tsv')).rows).toEqual([{ a: 'x', b: 1000 }]);
  expect((await readTable('a,b\nx,12 %\ny,"€1200"', 'csv')).rows).toEqual([
    { a: 'x', b: 12 },
    { a: 'y', b: 1200 },
  ]);
});
