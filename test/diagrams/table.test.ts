import { describe, expect, test } from 'vitest';
import { readTable } from '../../src/diagrams/table.ts';

describe('languages', () => {
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
