import type { DrawingProblem } from '../../model/drawing.ts';
import { didYouMean } from '../../model/did-you-mean.ts';
import { readOptions, type ChartOptions } from './options.ts';
import { chartSize } from './size.ts';
import { turningPoint } from './turning-point.ts';
import { decimalsOf, labelIn } from '../number-format.ts';
import { isNumeric, plainWord, type Cell, type Table } from '../table.ts';

/** More colours than this nobody tells apart. */
const MOST_SERIES = 30;

export const CHARTS = ['bar', 'line', 'area', 'pie', 'donut', 'scatter', 'combo', 'waterfall', 'sparkline'] as const;
export type ChartKind = (typeof CHARTS)[number];

/** Kinds that show parts of a whole. */
const ROUND: ReadonlySet<ChartKind> = new Set<ChartKind>(['pie', 'donut']);
/** Kinds that show one column. */
const SINGLE: ReadonlySet<ChartKind> = new Set<ChartKind>(['pie', 'donut', 'waterfall']);

/** How series are to each other: beside, on, or as shares of the whole. */
export type Stack = 'none' | 'sum' | 'share';

/** The chart to draw, resolved against the table. */
export interface Plan extends ChartOptions {
  kind: ChartKind;
  table: Table;
  /** Place of the column of names. */
  x: number;
  /** Place of the column that says where points are from left to right; that of names, but for points with names. */
  across: number;
  /** Points have names. */
  named: boolean;
  /** Places among the series of those that are lines above bars. */
  lineSeries: ReadonlySet<number>;
  /** Places of columns of figures, one for each series. */
  series: number[];
  /** Names of the series. */
  names: string[];
  /** The name of each row. */
  categories: string[];
  stack: Stack;
  options: Record<string, string>;
  /** In px, axes and legend included. */
  size: { width: number; height: number };
  /** Writes a figure in the language of the slide, with as many decimals as others of its series, or as all of them. */
  written: (value: number, place?: number) => string;
}

/** Resolves the options of a chart against its table. */
export function planOf(kind: ChartKind, table: Table, options: Record<string, string>): Plan | DrawingProblem {
  const { columns } = table;
  const columnsIn = (names = ''): string[] =>
    names
      .split(',')
      .map((name) => plainWord(name.trim()))
      .filter(Boolean);
  const [named, onLine] = [columnsIn(options['y']), columnsIn(options['y2'])];
  const first = options['x'] === undefined ? (columns[0] ?? '') : plainWord(options['x']);
  const missing = [first, ...named, ...onLine].find((name) => !columns.includes(name));
  if (missing !== undefined) {
    return { problem: `the table has no column “${missing}”${didYouMean(missing, columns)}` };
  }
  const across = columns.indexOf(first);
  const series = seriesOf(table, across, [...named, ...(named.length > 0 ? onLine : [])]);
  if ('problem' in series) return series;
  const places = kind === 'scatter' ? pointColumns(table, across, series, options) : { x: across, across, series };
  const shown = SINGLE.has(kind) ? places.series.slice(0, 1) : places.series;
  const names = shown.map((index) => columns[index] ?? '');
  const categories = table.rows.map((row) => String(row[places.x] ?? ''));
  const read = readOptions(options, { names, categories });
  if ('problem' in read) return read;
  const stack = stackOf(options['stacked'] ?? (kind === 'area' ? 'true' : 'false'));
  if (stack === undefined) return { problem: `stacked=“${options['stacked']}”, expected stacked or stacked="100%"` };
  if (kind === 'combo' && shown.length < 2) {
    return { problem: 'a combo needs two columns of figures: bars, and a line' };
  }
  const plan: Plan = {
    ...read,
    highlight: withTurningPoint(read.highlight, kind, { table, shown }),
    kind,
    table,
    x: places.x,
    across: places.across,
    named: places.x !== places.across,
    lineSeries: new Set(onLine.length > 0 ? onLine.map((name) => names.indexOf(name)) : [shown.length - 1]),
    series: shown,
    names,
    categories,
    stack: shown.length > 1 ? stack : 'none',
    options,
    size: chartSize({ options }),
    written: alike(table, shown, options['locale'] ?? 'en'),
  };
  return (ROUND.has(kind) ? pieProblem(plan) : undefined) ?? plan;
}

/** Where an author highlights nothing, a line that is alone shows the figure of the point that it is about. */
function withTurningPoint(
  highlight: ChartOptions['highlight'],
  kind: ChartKind,
  { table, shown }: { table: Table; shown: readonly number[] },
): ChartOptions['highlight'] {
  const [column, ...others] = shown;
  if (kind !== 'line' && kind !== 'area') return highlight;
  if (column === undefined || others.length > 0 || highlight.names.length > 0) return highlight;
  const row = turningPoint(table.rows.map((cells) => figure(cells[column])));
  return row === undefined ? highlight : { ...highlight, rows: new Set([row]) };
}

/** Writes figures of a series with the same number of decimals: 2.0 beside 1.9. */
function alike({ rows }: Table, series: readonly number[], lang: string): Plan['written'] {
  const decimals = series.map((index) => decimalsOf(rows.flatMap((row) => figure(row[index]) ?? [])));
  const writers = decimals.map((count) => labelIn(lang, count));
  const all = labelIn(lang, Math.max(0, ...decimals));
  return (value, place) => ((place === undefined ? undefined : writers[place]) ?? all)(value);
}

/** Finds the columns of a scatter chart: where the first one has words, they are the names of points. */
function pointColumns(
  table: Table,
  across: number,
  series: number[],
  options: Record<string, string>,
): Pick<Plan, 'x' | 'across' | 'series'> {
  const [first, second] = series;
  if (isNumeric(table, 0)) return { x: across, across, series };
  if (across !== 0 && first !== undefined) return { x: 0, across, series: [first] };
  if (across !== 0 || first === undefined || second === undefined) return { x: across, across, series };
  return options['y'] === undefined ? { x: 0, across: first, series: [second] } : { x: across, across, series };
}

/** Returns why a table cannot be a pie, which shows parts of a whole. */
function pieProblem({ table, x, series: [column = 0] }: Plan): DrawingProblem | undefined {
  const below = table.rows.findIndex((row) => Number(row[column]) < 0);
  if (below >= 0) {
    const [row, line] = [table.rows[below], table.lines[below]];
    return { problem: `a pie cannot show ${row?.[column]} (“${row?.[x]}”)`, ...(line !== undefined && { line }) };
  }
  const all = table.rows.every((row) => Number(row[column]) === 0);
  return all ? { problem: 'all figures are 0, and a pie shows parts of a whole' } : undefined;
}

function stackOf(stacked: string): Stack | undefined {
  if (stacked === 'false') return 'none';
  if (stacked === 'true') return 'sum';
  return /^100\s*%?$/.test(stacked) ? 'share' : undefined;
}

function seriesOf(table: Table, x: number, named: readonly string[]): number[] | DrawingProblem {
  const { columns } = table;
  const figures = columns.map((_, index) => index).filter((index) => index !== x && isNumeric(table, index));
  const series = named.length > 0 ? [...new Set(named.map((name) => columns.indexOf(name)))] : figures;
  const words = series.find((index) => !isNumeric(table, index));
  if (words !== undefined) return notNumeric(table, words);
  // One slip would take a whole series out of the chart.
  const slip = named.length === 0 && columns.findIndex((_, index) => index !== x && isMostlyFigures(table, index));
  if (slip !== false && slip >= 0) return notNumeric(table, slip);
  if (series.length === 0) {
    return {
      problem: 'no column is numeric; separate columns with “,”, “;” or tabs, and write figures as 1200 or 3.5',
    };
  }
  if (series.length > MOST_SERIES) {
    return { problem: `${series.length} series cannot be told apart; choose ${MOST_SERIES} or fewer with y=` };
  }
  return series;
}

function notNumeric({ columns, words }: Table, column: number): DrawingProblem {
  const { word, line } = words.get(column) ?? {};
  const found = word === undefined ? '' : `: “${word}” is not a number`;
  return { problem: `column “${columns[column]}” is not numeric${found}`, ...(line !== undefined && { line }) };
}

/** Tells whether a column would hold figures but for some cells. */
function isMostlyFigures({ rows, words }: Table, column: number): boolean {
  if (!words.has(column)) return false;
  const filled = rows.map((row) => String(row[column])).filter((cell) => cell !== '');
  const figures = filled.filter((cell) => /^[-+\d.,\s]*\d[\d.,]*%?$/.test(cell)).length;
  return figures > 0 && figures * 2 >= filled.length;
}

/** Returns a cell as a figure; a missing one is a gap, not 0. */
export function figure(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}

/** Returns the figures of a plan, row by row, those that are missing left out. */
export function figuresOf({ table, series }: Pick<Plan, 'table' | 'series'>): number[] {
  return table.rows.flatMap((row) => series.flatMap((index) => figure(row[index]) ?? []));
}

/** Tells whether all figures are whole. */
export function areWhole(figures: readonly number[]): boolean {
  return figures.every((value) => Number.isInteger(value));
}
