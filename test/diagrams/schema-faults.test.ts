import { describe, expect, test } from 'vitest';
import { drawJob } from '../../src/diagrams/draw-job.ts';
import type { Drawn, DrawingJob, DrawingProblem } from '../../src/model/drawing.ts';

const draw = (job: DrawingJob): Promise<Drawn | DrawingProblem> => drawJob(job, (work) => work());

const X = { field: 'a', type: 'nominal' };
const Y = { field: 'b', type: 'quantitative' };
const VALUES = [
  { a: 'A', b: 28, day: '2026-01-05' },
  { a: 'B', b: 55, day: '2026-02-05' },
];
/** Each property in a line of its own: line 2 has the first. */
const lines = (parts: object): string =>
  `{\n${Object.entries(parts)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `"${key}": ${JSON.stringify(value)}`)
    .join(',\n')}\n}`;
const spec = (change: object): string =>
  lines({ data: { values: VALUES }, mark: 'bar', encoding: { x: X, y: Y }, ...change });
const vega = async (source: string): Promise<[string, number | undefined]> => {
  const drawn = await draw({ kind: 'vega-lite', source, options: {} });
  return 'problem' in drawn ? [drawn.problem, drawn.line] : ['', undefined];
};

describe('a specification that is wrong has a message with the property, its line and what is expected', () => {
  test.each<[string, object, RegExp, number]>([
    ['a mark of every object', { mark: 'constructor' }, /^mark is “constructor”; expected .*bar, .* or an object$/, 3],
    ['a prototype', { mark: '__proto__' }, /^mark is “__proto__”; expected .*bar/, 3],
    ['a mark that is a figure', { mark: 3 }, /^mark is 3; expected /, 3],
    ['a slip in a mark', { mark: 'bars' }, /did you mean “bar”/, 3],
    ['a slip in a mark’s type', { mark: { type: 'lin' } }, /^mark\.type is “lin”; did you mean “line”/, 3],
    ['a mark without a type', { mark: { color: 'red' } }, /^mark has no “type”$/, 3],
    ['no mark', { mark: undefined }, /has no “mark”/, 1],
    ['an unknown channel', { encoding: { colour: X } }, /^encoding has no property “colour”; did you mean “color”/, 4],
    ['a channel that is a text', { encoding: { x: 'a' } }, /^encoding\.x is “a”; expected an object/, 4],
    [
      'a slip in a type',
      { encoding: { x: { ...X, type: 'nominall' } } },
      /^encoding\.x\.type is .*did you mean “nominal”/,
      4,
    ],
    [
      'a type of every object',
      { encoding: { x: { ...X, type: 'constructor' } } },
      /expected quantitative, ordinal, temporal or nominal/,
      4,
    ],
    [
      'an unknown aggregate',
      { encoding: { x: X, y: { ...Y, aggregate: 'avg' } } },
      /^encoding\.y\.aggregate is “avg”; expected average, /,
      4,
    ],
    ['an unknown scale', { encoding: { y: { ...Y, scale: { type: 'logg' } } } }, /did you mean “log”/, 4],
    [
      'a slip in an axis',
      { encoding: { x: { ...X, axis: { lableAngle: 0 } } } },
      /^encoding\.x\.axis has no property “lableAngle”; did you mean “labelAngle”/,
      4,
    ],
    [
      'a slip in a transform',
      { transform: [{ filtr: 'datum.b > 3' }] },
      /^transform\[0\] has no property “filtr”; did you mean “filter”/,
      5,
    ],
    ['a slip at the top', { titel: 'T' }, /has no property “titel”; did you mean “title”/, 5],
    ['a width in words', { width: 'wide' }, /^width is “wide”; expected container, a number or an object/, 5],
    [
      'a field that no column has',
      { encoding: { x: { ...X, field: 'aa' } } },
      /^no column “aa”; expected one of a, b, day/,
      4,
    ],
    ['a prototype as a field', { encoding: { x: { ...X, field: '__proto__' } } }, /^no column “__proto__”/, 4],
    [
      'figures in words',
      { data: { values: [{ a: 'A', b: '1,5' }] } },
      /^column “b” is not quantitative: “1,5” is not a number/,
      4,
    ],
    [
      '0 on a log scale',
      { data: { values: [{ a: 'A', b: 0 }] }, encoding: { y: { ...Y, scale: { type: 'log' } } } },
      /^column “b” has 0, which a log scale cannot show/,
      4,
    ],
    [
      'days before months',
      { data: { values: [{ a: '5.1.2026', b: 1 }] }, encoding: { x: { field: 'a', type: 'temporal' } } },
      /is not temporal: “5\.1\.2026” is not a date/,
      4,
    ],
    ['no rows', { data: { values: [] } }, /data\.values is empty/, 2],
    ['no data', { data: undefined }, /has no data|has no “data”/, 1],
    ['data in the wrong place', { data: VALUES }, /^data is an array; expected null or an object/, 2],
    [
      'an expression that ends early',
      { transform: [{ filter: 'datum.b >' }] },
      /^the expression “datum\.b >” cannot be read/,
      5,
    ],
    [
      'a layer that is no list',
      { mark: undefined, layer: { mark: 'bar' } },
      /^layer is an object; expected an array/,
      4,
    ],
    [
      'a specification of Vega',
      { $schema: 'https://vega.github.io/schema/vega/v5.json' },
      /of Vega, expected one of Vega-Lite/,
      5,
    ],
  ])('%s', async (_, change, problem, line) => {
    expect(await vega(spec(change))).toEqual([expect.stringMatching(problem), line]);
  });

  test.each<[string, RegExp, number]>([
    ['{\n"mark": "bar",\n}', /^invalid JSON: expected a name in double quotes instead of “}”$/, 3],
    ['mark: bar\ndata: x', /^invalid JSON: expected a value, texts in double quotes, instead of “mark”$/, 1],
    ['{\n"mark": NaN\n}', /instead of “NaN”$/, 2],
    ['{\n"mark": "bar"', /expected a closing } at the end$/, 2],
    ['', /^invalid JSON: expected a value at the end$/, 1],
  ])('JSON %j', async (source, problem, line) => {
    expect(await vega(source)).toEqual([expect.stringMatching(problem), line]);
  });

  test.each<[string, object]>([
    [
      'columns that transforms make',
      {
        transform: [{ calculate: 'datum.b * 2', as: 'c' }, { fold: ['b', 'c'] }],
        encoding: { x: { ...X, field: 'key' }, y: { ...Y, field: 'value' } },
      },
    ],
    ['columns of a pivot', { transform: [{ pivot: 'a', value: 'b' }], encoding: { y: { ...Y, field: 'A' } } }],
    [
      'columns within columns',
      { data: { values: [{ a: { name: 'A' }, b: 1 }] }, encoding: { x: { ...X, field: 'a.name' }, y: Y } },
    ],
    [
      'what is missing',
      {
        data: {
          values: [
            { a: 'A', b: null },
            { a: 'B', b: 3 },
          ],
        },
      },
    ],
    [
      'layers with the data around them',
      {
        mark: undefined,
        encoding: { x: X },
        layer: [
          { mark: 'bar', encoding: { y: Y } },
          { mark: 'text', encoding: { text: { field: 'b' } } },
        ],
      },
    ],
    ['composite marks', { mark: { type: 'boxplot', extent: 'min-max' } }],
    ['data that are made', { data: { sequence: { start: 0, stop: 5, as: 'b' } }, encoding: { y: Y } }],
    ['times', { encoding: { x: { field: 'day', type: 'temporal', timeUnit: 'yearmonth' }, y: Y } }],
    [
      'a condition',
      { encoding: { x: X, y: Y, color: { condition: { test: 'datum.b > 30', value: 'red' }, value: 'gray' } } },
    ],
  ])('%s are fine', async (_, change) => {
    expect(await vega(spec(change))).toEqual(['', undefined]);
  });
});

describe('a table that is wrong has a message with the cell and its line', () => {
  test.each<[string, string, RegExp, number | undefined]>([
    ['nothing', '', /^the table is empty/, undefined],
    ['a header alone', 'a,b', /^the table is empty/, undefined],
    [
      'commas in figures without quotes',
      'a,b\nx,1,5\ny,2,5',
      /^this row has 3 cells and the header 2; put “1,5” into double quotes/,
      2,
    ],
    ['a quote that is not closed', 'a,b\nw,1\n"x,1\ny,2', /^a double quote is not closed/, 3],
    [
      'a word in a column of figures',
      '\na,b,c\n\nx,1,2\ny,oops,3\nz,2,4',
      /^column “b” is not numeric: “oops” is not a number$/,
      5,
    ],
    ['words only', 'a,b\nx,y', /^no column is numeric/, undefined],
  ])('%s', async (_, source, problem, line) => {
    const drawn = await draw({ kind: 'chart', source, options: { lang: 'csv', chart: 'bar' } });
    expect(drawn).toEqual({ problem: expect.stringMatching(problem), ...(line !== undefined && { line }) });
  });

  test('figures that a pie cannot show', async () => {
    const pie = (source: string): Promise<Drawn | DrawingProblem> =>
      draw({ kind: 'chart', source, options: { lang: 'csv', chart: 'pie' } });
    expect(await pie('a,b\nx,1\ny,-2')).toEqual({ problem: 'a pie cannot show -2 (“y”)', line: 3 });
    expect(await pie('a,b\nx,0\ny,0')).toEqual({ problem: expect.stringMatching(/^all figures are 0/) });
  });

  test('more series than there are colours', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `s${index}`).join(',');
    const source = `x,${names}\na,${names.replaceAll('s', '')}`;
    expect(await draw({ kind: 'chart', source, options: { lang: 'csv', chart: 'line' } })).toEqual({
      problem: expect.stringMatching(/^200 series cannot be told apart/),
    });
  });

  test.each(['n/a', 'NaN', '-', '–', 'null', '…'])('%s is a gap', async (sign) => {
    const drawn = await draw({ kind: 'chart', source: `a,b\nx,${sign}\ny,2`, options: { lang: 'csv', chart: 'line' } });
    expect(drawn).toMatchObject({ description: 'b: y 2' });
  });
});
