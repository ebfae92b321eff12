import { describe, expect, test } from 'vitest';
import { categoryAxis, type CategoryAxis } from '../../src/diagrams/chart-axis.ts';
import { readTable } from '../../src/diagrams/table.ts';
import { drawChart } from '../../src/diagrams/vega.ts';
import type { Drawn } from '../../src/model/drawing.ts';

async function drawn(source: string, options: Record<string, string>): Promise<Drawn> {
  const result = await drawChart({ kind: 'chart', source, options: { lang: 'csv', ...options } });
  if ('problem' in result) throw new Error(result.problem);
  return result;
}

const SALES = 'Quarter,Courses,Talks\nQ1,12,9\nQ2,18,11\n';

describe('charts', () => {
  test.each(['bar', 'line', 'area', 'pie', 'scatter'])(
    '%s is drawn in tokens, and says what it shows',
    async (chart) => {
      const { markup, description } = await drawn(SALES, { chart });
      expect(markup).toContain('var(--deck-chart-1');
      expect(markup).not.toMatch(/font-family|(?:fill|stroke)="(?:#|rgb)/);
      expect(description).toContain('Courses: Q1 12, Q2 18');
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

describe('names of columns and of what they hold may be any word', () => {
  const words = [
    'constructor',
    'valueOf',
    'toString',
    '__proto__',
    'hasOwnProperty',
    'a.b',
    'a[0]',
    'x',
    'value',
    'series',
  ];
  const tables = (word: string): string[] => [
    `${word},b,c\nq,2,3\nr,3,4`,
    `a,${word}\nq,2\nr,4`,
    `a,${word},c\nq,2,1\nr,4,2`,
    `a,b,c\n${word},1,2\nr,2,3`,
    `${word},${word},${word}\n1,2,3\n2,3,4`,
  ];

  test.each(words)('%s', async (word) => {
    for (const source of tables(word)) {
      for (const chart of ['bar', 'line', 'area', 'pie', 'scatter']) {
        const { markup } = await drawn(source, { chart });
        expect(markup).toMatch(/<path[^>]*(?:fill|stroke)="var\(--deck-chart/);
        expect(markup).not.toMatch(/NaN|undefined/);
      }
    }
    expect(await drawn(`${word},b\nq,2`, { chart: 'bar', x: word, unit: word })).toHaveProperty('markup');
    // JSON.parse makes a property of any name, an object literal does not.
    const name = JSON.stringify(word.replaceAll(/[.[\]]/g, String.raw`\$&`));
    const values = `[{${JSON.stringify(word)}: ${JSON.stringify(word)}, "n": 2}, {${JSON.stringify(word)}: "z", "n": 3}]`;
    const channels = `{"x": {"field": ${name}, "type": "nominal"}, "y": {"field": "n", "type": "quantitative"}}`;
    const source = `{"data": {"values": ${values}}, "mark": "bar", "encoding": ${channels}}`;
    const chart = await drawChart({ kind: 'vega-lite', source, options: {} });
    expect(chart).toHaveProperty('markup', expect.stringMatching(/>z<[^]*<path[^>]*fill="var\(--deck-chart/));
  });
});

describe('languages', () => {
  const SPREADSHEET = 'Jahr;Umsatz in Mio, €\n2023;1.500,5\n2024;2.000,25';
  const labels = (markup: string): string[] =>
    [...markup.matchAll(/>([^<>]+)<\/text>/g)].map(([, label = '']) => label.replaceAll('\u00a0', ' '));

  test('figures are written as the language does, in the chart and in its text', async () => {
    const { markup, description } = await drawn(SPREADSHEET, { chart: 'bar', locale: 'de' });
    expect(labels(markup)).toEqual(expect.arrayContaining(['1.000', '2.000', 'Umsatz in Mio, €']));
    expect(description).toBe('Umsatz in Mio, €: 2023 1500,5, 2024 2000,25');
    const small = 'x;y\na;0,5\nb;0,25';
    expect(labels((await drawn(small, { chart: 'bar', locale: 'fr' })).markup)).toContain('0,2');
    expect(labels((await drawn(small, { chart: 'bar' })).markup)).toContain('0.2');
    expect(labels((await drawn(small, { chart: 'pie', locale: 'tr' })).markup)).toContain('a %67');
    expect(labels((await drawn(small, { chart: 'pie' })).markup)).toContain('a 67 %');
  });

  test('dates of a specification have the names of the language', async () => {
    const source = JSON.stringify({
      data: { values: ['2024-03-01', '2024-10-01'].map((day) => ({ day })) },
      mark: 'point',
      encoding: { x: { field: 'day', type: 'temporal', axis: { format: '%B' } } },
    });
    const result = await drawChart({ kind: 'vega-lite', source, options: { locale: 'de' } });
    expect('markup' in result && labels(result.markup)).toContain('April');
    expect('markup' in result && labels(result.markup)).toContain('Mai');
  });

  test.each<[string, string, (string | number)[][]]>([
    [
      'a comma for decimals',
      'a;b\nx;1,5\ny;2,25',
      [
        ['x', 1.5],
        ['y', 2.25],
      ],
    ],
    [
      'three decimals behind it',
      'a;b\nx;1,234\ny;2,5',
      [
        ['x', 1.234],
        ['y', 2.5],
      ],
    ],
    [
      'points between thousands',
      'a;b\nx;1.234,5\ny;2.000.000',
      [
        ['x', 1234.5],
        ['y', 2_000_000],
      ],
    ],
    [
      'points for decimals',
      'a;b\nx;1.5\ny;1.234',
      [
        ['x', 1.5],
        ['y', 1.234],
      ],
    ],
    [
      'commas between thousands',
      'a,b\nx,"1,234.5"\ny,"12,000"',
      [
        ['x', 1234.5],
        ['y', 12_000],
      ],
    ],
    [
      'a comma for decimals, in quotation marks',
      'a,b\nx,"1,5"\ny,"12,75"',
      [
        ['x', 1.5],
        ['y', 12.75],
      ],
    ],
    [
      'apostrophes between thousands',
      "a;b\nx;1’234.5\ny;2'000",
      [
        ['x', 1234.5],
        ['y', 2000],
      ],
    ],
    [
      'narrow blanks between thousands',
      'a;b\nx;1\u202f234,5 €\ny;2\u00a0000 €',
      [
        ['x', 1234.5],
        ['y', 2000],
      ],
    ],
    ['a minus sign', 'a;b\nx;−1,5', [['x', -1.5]]],
    ['tabs', 'a\tb\nx\t1,5', [['x', 1.5]]],
    [
      'cells that are empty, lines that are',
      'a;b\n\nx;\ny;1,5\n;\n',
      [
        ['x', ''],
        ['y', 1.5],
      ],
    ],
    ['commas in its header', 'a, as b;c\nx;1,5', [['x', 1.5]]],
    ['dates, which are no figures', 'a;b\n01.02.2024;1,5', [['01.02.2024', 1.5]]],
  ])('a table may have %s', async (_, source, rows) => {
    expect((await readTable(source, 'csv')).rows).toEqual(rows);
  });
});

test('a missing figure is a gap, in the chart and in its text', async () => {
  const { markup, description } = await drawn('x,y\na,1\nb,\nc,3\nd,4', { chart: 'line' });
  expect(description).toBe('y: a 1, c 3, d 4');
  expect(markup).not.toContain('NaN');
});

describe('axes', () => {
  const axis = async (source: string, figures: boolean): Promise<CategoryAxis> =>
    categoryAxis(await readTable(source, 'csv'), 0, figures, 960);

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

test('axes of times have the order and the hours of the language', async () => {
  const labels = async (lang: string, times: readonly string[], timeUnit?: string): Promise<string> => {
    const spec = {
      data: { values: times.map((time, index) => ({ time, index })) },
      mark: 'line',
      encoding: {
        x: { field: 'time', type: 'temporal', ...(timeUnit && { timeUnit }) },
        y: { field: 'index', type: 'quantitative' },
      },
    };
    const result = await drawChart({ kind: 'vega-lite', source: JSON.stringify(spec), options: { locale: lang } });
    return 'markup' in result ? [...result.markup.matchAll(/>([^<]+)<\/text>/g)].map(([, text]) => text).join() : '';
  };
  const hours = Array.from({ length: 24 }, (_, hour) => `2026-01-05T${String(hour).padStart(2, '0')}:00:00`);
  const days = Array.from({ length: 20 }, (_, day) => `2026-03-${String(day + 1).padStart(2, '0')}T00:00:00`);
  expect(await labels('de', hours)).toMatch(/Mo, 5\..*04:00.*16:00/);
  expect(await labels('en-US', hours)).toMatch(/04 AM.*04 PM/);
  expect(await labels('de', days, 'yearmonthdate')).toMatch(/9\. Mär 2026/);
  expect(await labels('ja', days, 'yearmonthdate')).toMatch(/2026年3月9日/);
  expect(await labels('fa', days, 'yearmonthdate'), 'months are those of the dates').toMatch(/مارس/);
});

test('tables may be separated by commas, semicolons or tabs, and hold currencies and percent', async () => {
  expect(await readTable('a;b\nx;1\ny;2', 'csv')).toMatchObject({
    columns: ['a', 'b'],
    rows: [
      ['x', 1],
      ['y', 2],
    ],
  });
  expect((await readTable('a\tb\nx\t1 000', 'tsv')).rows).toEqual([['x', 1000]]);
  expect((await readTable('a,b\nx,12 %\ny,"€1200"', 'csv')).rows).toEqual([
    ['x', 12],
    ['y', 1200],
  ]);
});
