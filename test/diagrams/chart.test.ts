import { describe, expect, test } from 'vitest';
import { drawChart } from '../../src/diagrams/charts/chart.ts';
import { drawSpec } from '../../src/diagrams/vega.ts';
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

test('a line that ends before the others is named above its last point', async () => {
  const place = async (source: string): Promise<number[]> => {
    const { markup } = await drawn(source, { chart: 'line' });
    return ['Old', 'New'].map((name) => Number(new RegExp(`x="([\\d.]+)"[^>]*>${name}<`).exec(markup)?.[1]));
  };
  const [old = 0, later = 0] = await place('Month,Old,New\nJan,3,\nFeb,4,4\nMar,,2\nApr,,1');
  expect(old).toBeLessThan(later / 2);
  const [both, same] = await place('Month,Old,New\nJan,3,1\nFeb,4,2');
  expect(both).toBe(same);
});

/** Words of a chart. */
const labels = (markup: string): string[] =>
  [...markup.matchAll(/>([^<>]+)<\/text>/g)].map(([, label = '']) => label.replaceAll('\u00a0', ' '));

/** Places of words in a chart. */
async function placesOf(
  words: readonly string[],
  source: string,
  options: Record<string, string>,
): Promise<{ x: number; y: number }[]> {
  const { markup } = await drawn(source, { chart: 'line', ...options });
  return words.map((word) => {
    const [, x, y] = new RegExp(`<text x="([-\\d.]+)" y="([-\\d.]+)"[^>]*>${word}<`).exec(markup) ?? [];
    return { x: Number(x), y: Number(y) };
  });
}

test('a line of reference has its label above it, apart from names of lines, where nothing is in the way', async () => {
  const words = ['Limit 55', 'New'];
  const [limit, name] = await placesOf(words, 'Month,New,Most\nJan,51,90\nFeb,50,90\nMar,51,90', { line: 'Limit: 55' });
  expect(limit?.x).toBeLessThan(name?.x ?? 0);
  // Lines that cross it everywhere leave no room.
  const full =
    'Month,New,Most\nJan,51,60\nFeb,60,51\nMar,51,60\nApr,60,51\nMay,51,60\nJun,60,51\nJul,51,60\nAug,60,51\nSep,51,60\nOct,60,51\nNov,51,60';
  const [beside, last] = await placesOf(words, full, { line: 'Limit: 55' });
  expect(beside?.x).toBe(last?.x);
});

test('a line of reference across bars has its label in the plot, or beside it where bars are in the way', async () => {
  // Beside the plot, it leaves less room for the bars.
  const lastOf = async (values: readonly number[]): Promise<number> => {
    const source = values.map((value, index) => `Q${index + 1},${value}`).join('\n');
    const [last] = await placesOf(['Q8'], `Q,V\n${source}`, { chart: 'bar', line: 'Plan for the year: 20' });
    return last?.x ?? 0;
  };
  const atEnd = await lastOf([32, 31, 30, 34, 32, 33, 12, 9]);
  const atStart = await lastOf([12, 9, 30, 34, 32, 33, 31, 32]);
  const nowhere = await lastOf([32, 31, 30, 34, 32, 33, 31, 32]);
  expect(atEnd).toBe(atStart);
  expect(nowhere).toBeLessThan(atEnd - 40);
});

test('a line of reference does not strike sums of stacks through', async () => {
  const source = 'Q,A,B\nQ1,12,4\nQ2,18,5\nQ3,21,8';
  const [struck] = await placesOf(['23'], source, { chart: 'bar', stacked: 'true', line: 'Target: 25' });
  const [free] = await placesOf(['23'], source, { chart: 'bar', stacked: 'true', line: 'Target: 5' });
  expect(struck?.y).toBeLessThan((free?.y ?? 0) - 10);
});

test('names of a ring stand in a list below it where that makes it much larger', async () => {
  const source = 'Cost,Share\nMaterial,11\nStaff,8\nDepreciation,2';
  const radius = async (options: Record<string, string>): Promise<number> => {
    const { markup } = await drawn(source, { chart: 'donut', room: '300', ...options });
    return Number(/A([\d.]+)/.exec(markup)?.[1]);
  };
  expect(await radius({ tall: 'alone' })).toBeGreaterThan(120);
  const places = await placesOf(['Material', 'Staff'], source, { chart: 'donut', room: '300', tall: 'alone' });
  expect(places[0]?.x).toBe(places[1]?.x);
  const wide = await placesOf(['Material 52 %', 'Staff 38 %'], source, { chart: 'donut' });
  expect(wide[0]?.x).not.toBe(wide[1]?.x);
});

test('on pages that are higher than wide, names of lines stand in the plot', async () => {
  const source = 'Month,Old,New\nJan,3,1\nFeb,4,2\nMar,4,2';
  const [wide] = await placesOf(['New'], source, {});
  const [tall] = await placesOf(['New'], source, { room: '520', tall: 'true' });
  expect(wide?.x).toBeGreaterThan(800);
  expect(tall?.x).toBeLessThan(480);
});

test('figures of a series have the same number of decimals', async () => {
  const written = labels((await drawn('Month,Revenue,Seats\nJan,1.9,3\nFeb,2,4', { chart: 'bar' })).markup);
  expect(written).toEqual(expect.arrayContaining(['1.9', '2.0', '3', '4']));
});

test('an axis of figures has the name of its column, unless the unit says it', async () => {
  const source = 'Week,On time\n1,96\n2,95\n3,96';
  expect(labels((await drawn(source, { chart: 'line', unit: '%' })).markup)).toContain('Week');
  expect(labels((await drawn(source, { chart: 'line', unit: '% by week' })).markup)).not.toContain('Week');
});

test('short names below a line stand for all where they have no room', async () => {
  const source =
    'Month,A\n' + ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul'].map((month) => `${month},1`).join('\n');
  const { markup } = await drawn(source, { chart: 'line', room: '300' });
  expect(markup).not.toContain('rotate');
  expect(labels(markup)).toEqual(expect.arrayContaining(['Jan', 'Mar']));
});

test('labels of a ring in a half of a slide leave it half of the width', async () => {
  const { markup } = await drawn('Cost,Share\nStaff,38\nFuel,27\nFleet,19\nPorts,16', { chart: 'donut', room: '460' });
  const [, radius] = /A([\d.]+),/.exec(markup) ?? [];
  expect(Number(radius)).toBeGreaterThan(115);
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
        expect(markup).toMatch(/<(?:path|circle)[^>]*(?:fill|stroke)="var\(--deck-chart/);
        expect(markup).not.toMatch(/NaN|undefined/);
      }
    }
    expect(await drawn(`${word},b\nq,2`, { chart: 'bar', x: word, unit: word })).toHaveProperty('markup');
    // JSON.parse makes a property of any name, an object literal does not.
    const name = JSON.stringify(word.replaceAll(/[.[\]]/g, String.raw`\$&`));
    const values = `[{${JSON.stringify(word)}: ${JSON.stringify(word)}, "n": 2}, {${JSON.stringify(word)}: "z", "n": 3}]`;
    const channels = `{"x": {"field": ${name}, "type": "nominal"}, "y": {"field": "n", "type": "quantitative"}}`;
    const source = `{"data": {"values": ${values}}, "mark": "bar", "encoding": ${channels}}`;
    const chart = await drawSpec({ kind: 'vega-lite', source, options: {} });
    expect(chart).toHaveProperty('markup', expect.stringMatching(/>z<[^]*<path[^>]*fill="var\(--deck-chart/));
  });
});

describe('languages', () => {
  const SPREADSHEET = 'Jahr;Umsatz in Mio, €\n2023;1.500,5\n2024;2.000,25';

  test('figures are written as the language does, in the chart and in its text', async () => {
    const { markup, description } = await drawn(SPREADSHEET, { chart: 'bar', locale: 'de' });
    expect(labels(markup)).toEqual(expect.arrayContaining(['1.500,50', '2.000,25', 'Umsatz in Mio, €']));
    const axis = await drawn(SPREADSHEET, { chart: 'bar', locale: 'de', values: 'false' });
    expect(labels(axis.markup)).toEqual(expect.arrayContaining(['1.000', '2.000']));
    expect(description).toBe('Umsatz in Mio, €: 2023 1500,5, 2024 2000,25');
    const small = 'x;y\na;0,5\nb;0,25';
    expect(labels((await drawn(small, { chart: 'line', locale: 'fr' })).markup)).toContain('0,2');
    expect(labels((await drawn(small, { chart: 'line' })).markup)).toContain('0.2');
    expect(labels((await drawn(small, { chart: 'pie', locale: 'tr' })).markup)).toContain('a %67');
    expect(labels((await drawn(small, { chart: 'pie' })).markup)).toContain('a 67 %');
  });

  test('dates of a specification have the names of the language', async () => {
    const source = JSON.stringify({
      data: { values: ['2024-03-01', '2024-10-01'].map((day) => ({ day })) },
      mark: 'point',
      encoding: { x: { field: 'day', type: 'temporal', axis: { format: '%B' } } },
    });
    const result = await drawSpec({ kind: 'vega-lite', source, options: { locale: 'de' } });
    expect('markup' in result && labels(result.markup)).toContain('April');
    expect('markup' in result && labels(result.markup)).toContain('Mai');
  });
});

test('a missing figure is a gap, in the chart and in its text', async () => {
  const { markup, description } = await drawn('x,y\na,1\nb,\nc,3\nd,4', { chart: 'line' });
  expect(description).toBe('y: a 1, c 3, d 4');
  expect(markup).not.toContain('NaN');
});

describe('axes', () => {
  const labels = async (source: string, options: Record<string, string>): Promise<string[]> => {
    const { markup } = await drawn(source, options);
    return [...markup.matchAll(/>([^<>]+)<\/text>/g)].map(([, label = '']) => label);
  };

  test('names that would meet go on in the next line, or are turned', async () => {
    const rows = (count: number, name: string): string =>
      `x,y\n${Array.from({ length: count }, (_, index) => `${name} ${index},1`).join('\n')}`;
    expect(await labels(rows(5, 'A name that is long'), { chart: 'bar' })).toContain('A name that is');
    expect((await drawn(rows(20, 'Alongname'), { chart: 'bar' })).markup).toContain('rotate(-40');
    expect((await drawn('x,y\na,1\nb,2', { chart: 'bar' })).markup).not.toContain('rotate');
  });

  test('figures are a scale, years without thousands; few dates are as written, many a scale of time', async () => {
    expect(await labels('x,y\n2020,1\n2023,2', { chart: 'line' })).toEqual(
      expect.arrayContaining(['2020', '2021', '2022', '2023']),
    );
    expect(await labels('x,y\n1,1\n20000,2', { chart: 'line' })).toContain('10,000');
    expect(await labels('x,y\n2026-01,1\n2026-02,2', { chart: 'line' })).toContain('2026-01');
    const days = Array.from({ length: 20 }, (_, index) => `20${10 + index}-03-05,1`);
    expect(await labels(`x,y\n${days.join('\n')}`, { chart: 'line' })).toEqual(
      expect.arrayContaining(['2012', '2020']),
    );
    const months = Array.from({ length: 20 }, (_, index) => `2026-${String((index % 12) + 1).padStart(2, '0')}-05,1`);
    expect(await labels(`x,y\n${months.join('\n')}`, { chart: 'line', locale: 'de' })).toEqual(
      expect.arrayContaining(['Mai', '2026']),
    );
  });

  test('have whole marks where figures are whole', async () => {
    expect(await labels('x,y\na,1\nb,2', { chart: 'line' })).toEqual(expect.arrayContaining(['0', '1', '2']));
    for (const label of await labels('x,y\na,1\nb,2', { chart: 'line' })) expect(label).not.toContain('.');
    expect(await labels('x,y\na,0.5\nb,1', { chart: 'line' })).toContain('0.4');
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
    const result = await drawSpec({ kind: 'vega-lite', source: JSON.stringify(spec), options: { locale: lang } });
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
