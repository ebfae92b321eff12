import type { DrawingJob, DrawingProblem } from '../model/drawing.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { categoryAxis, isYears } from './chart-axis.ts';
import { CHART_FONT_SIZE, chartSize, LETTER_WIDTH } from './chart-size.ts';
import { extent } from './extent.ts';
import { figureIn, percentIn } from './number-format.ts';
import { pieLabels, pieWidth } from './pie-labels.ts';
import { isNumeric, plainWord, readTable, type Cell, type Table } from './table.ts';

/** px that a name in a legend takes besides its letters. */
const KEY_WIDTH = 52;

/** More colours than this nobody tells apart. */
const MOST_SERIES = 30;

const CHARTS = ['bar', 'line', 'area', 'pie', 'scatter'] as const;
type ChartKind = (typeof CHARTS)[number];

/** A Vega-Lite specification. */
export type ChartSpec = Record<string, unknown>;

export interface Chart {
  spec: ChartSpec;
  description: string;
}

/** What is drawn, resolved against the table. */
interface Plan {
  kind: ChartKind;
  table: Table;
  /** Places of columns. */
  x: number;
  /** One column of figures for each series. */
  series: number[];
  options: Record<string, string>;
}

/**
 * Makes a Vega-Lite specification of a table: its first column is the x axis, every other column of figures a series,
 * unless `x=` and `y=` say otherwise.
 */
export async function chartOf({ source, options }: DrawingJob): Promise<Chart | DrawingProblem> {
  const kind = CHARTS.find((name) => name === options['chart']);
  if (!kind)
    return { problem: `there is no chart “${options['chart'] ?? ''}”${didYouMean(options['chart'] ?? '', CHARTS)}` };
  const table = await readTable(source, options['lang'] ?? 'csv');
  if (table.fault) return table.fault;
  if (table.rows.length === 0) return { problem: 'the table is empty, expected a line of names and lines of figures' };
  const plan = planOf(kind, table, options);
  if ('problem' in plan) return plan;
  return { spec: kind === 'pie' ? pie(plan) : plot(plan), description: describe(plan) };
}

function planOf(kind: ChartKind, table: Table, options: Record<string, string>): Plan | DrawingProblem {
  const named = (options['y'] ?? '')
    .split(',')
    .map((name) => plainWord(name.trim()))
    .filter(Boolean);
  const { columns } = table;
  const first = options['x'] === undefined ? (columns[0] ?? '') : plainWord(options['x']);
  const missing = [first, ...named].find((name) => !columns.includes(name));
  if (missing !== undefined) {
    return { problem: `the table has no column “${missing}”${didYouMean(missing, columns)}` };
  }
  const x = columns.indexOf(first);
  const figures = columns.map((_, index) => index).filter((index) => index !== x && isNumeric(table, index));
  const series = named.length > 0 ? named.map((name) => columns.indexOf(name)) : figures;
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
  const plan = { kind, table, x, series: kind === 'pie' ? series.slice(0, 1) : series, options };
  return (kind === 'pie' ? pieProblem(plan) : undefined) ?? plan;
}

function notNumeric({ columns, words }: Table, column: number): DrawingProblem {
  const { word, line } = words.get(column) ?? {};
  const found = word === undefined ? '' : `: “${word}” is no figure`;
  return { problem: `column “${columns[column]}” is not numeric${found}`, ...(line !== undefined && { line }) };
}

/** Tells whether a column would hold figures but for some cells. */
function isMostlyFigures({ rows, words }: Table, column: number): boolean {
  if (!words.has(column)) return false;
  const filled = rows.map((row) => String(row[column])).filter((cell) => cell !== '');
  const figures = filled.filter((cell) => /^[-+\d.,\s]*\d[\d.,]*%?$/.test(cell)).length;
  return figures > 0 && figures * 2 >= filled.length;
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

/**
 * Returns the specification of a chart with axes. Columns get names of their own in it: those of an author may have a
 * meaning there, as `a.b` does.
 */
function plot({ kind, table, x, series, options }: Plan): ChartSpec {
  const flipped = kind === 'bar' && options['horizontal'] === 'true';
  const stacked = options['stacked'] === 'true' || kind === 'area';
  const many = series.length > 1;
  const names = series.map((index) => table.columns[index] ?? '');
  const { width } = chartSize({ options });
  const category = {
    ...categoryAxis(table, x, kind !== 'bar', width),
    ...(kind === 'scatter' && { title: table.columns[x], scale: { zero: false } }),
  };
  const figures = {
    field: 'value',
    type: 'quantitative',
    title: plainWord(options['unit'] ?? '') || (many ? null : names[0]),
    stack: many && stacked ? 'zero' : null,
    axis: { format: ',~f' },
    ...(kind === 'scatter' && { scale: { zero: false } }),
  };
  const colour = many
    ? {
        color: {
          field: 'series',
          type: 'nominal',
          sort: null,
          title: null,
          scale: { domain: names },
          ...legend(names, width),
        },
      }
    : {};
  const offset = flipped ? 'yOffset' : 'xOffset';
  const beside =
    kind === 'bar' && many && !stacked ? { [offset]: { field: 'series', sort: null, scale: { domain: names } } } : {};
  return {
    data: {
      values: table.rows.flatMap((row) =>
        series.map((index, order) => ({ x: row[x], series: names[order], value: figure(row[index]) })),
      ),
    },
    mark: MARKS[kind],
    encoding: {
      [flipped ? 'y' : 'x']: flipped ? { ...category, axis: { grid: false, labelLimit: 420 } } : category,
      [flipped ? 'x' : 'y']: figures,
      ...colour,
      ...beside,
    },
  };
}

/** Returns a cell as a figure; a missing one is a gap, not 0. */
function figure(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}

/** Returns the legend; series that do not fit beside each other are named on several lines. */
function legend(series: readonly string[], width: number): object {
  const [, longest] = extent(series.map((name) => name.length));
  const columns = Math.floor(width / (longest * CHART_FONT_SIZE * LETTER_WIDTH + KEY_WIDTH));
  return columns < series.length ? { legend: { columns: Math.max(1, columns) } } : {};
}

const MARKS: Record<ChartKind, unknown> = {
  bar: { type: 'bar', cornerRadiusEnd: 3 },
  line: { type: 'line', strokeWidth: 4, point: { size: 90, filled: true }, strokeCap: 'round' },
  area: { type: 'area', line: { strokeWidth: 3 }, fillOpacity: 0.55 },
  pie: 'arc',
  scatter: { type: 'point', size: 130, filled: true, fillOpacity: 0.85 },
};

/**
 * Returns the specification of a pie. Slices are named where they are: nobody matches colours of a legend from the back
 * row.
 */
function pie({ table, x, series, options }: Plan): ChartSpec {
  const percent = percentIn(options['locale'] ?? 'en');
  const values = table.rows.map((row) => Number(row[series[0] ?? 0] ?? 0));
  const total = values.reduce((sum, value) => sum + value, 0) || 1;
  const names = table.rows.map((row) => String(row[x] ?? ''));
  const words = values.map((value, index) => `${names[index]} ${percent(value / total)}`);
  const sums = values.map((_, index) => values.slice(0, index).reduce((sum, value) => sum + value, 0));
  const size = chartSize({ options });
  const labels = pieLabels(
    values.map((value, index) => ((sums[index] ?? 0) + value / 2) / total),
    size.height / 2 - CHART_FONT_SIZE / 2,
  );
  const slices = values.map((value, index) => ({
    name: names[index],
    value,
    index,
    label: words[index],
    left: labels[index]?.x,
    down: labels[index]?.y,
    align: labels[index]?.align,
  }));
  const theta = { field: 'value', type: 'quantitative', stack: true };
  const color = { field: 'name', type: 'nominal', sort: null, legend: null, scale: { domain: names } };
  const place = { x: { expr: 'width / 2 + datum.left' }, y: { expr: 'height / 2 + datum.down' } };
  return {
    // Labels that were wider than the chart would be cut off at the edge of the slide.
    width: options['width'] ? size.width : Math.max(size.width, pieWidth(labels, words)),
    data: { values: slices },
    layer: [
      {
        mark: { type: 'arc', outerRadius: 150, innerRadius: 84, padAngle: 0.012 },
        encoding: { theta, order: { field: 'index' }, color },
      },
      {
        mark: { type: 'text', ...place, align: { expr: 'datum.align' }, baseline: 'middle' },
        encoding: { text: { field: 'label' } },
      },
    ],
  };
}

/**
 * Describes a chart in words: the figures themselves while they are few, otherwise how many there are and their range.
 */
function describe({ table, x, series, options }: Plan): string {
  const unit = options['unit'] ? ` (${options['unit']})` : '';
  const figures = figureIn(options['locale'] ?? 'en');
  const years = isYears(table, x);
  const written = (cell: Cell = ''): string => (typeof cell === 'number' && !years ? figures(cell) : String(cell));
  const lists = series.map((index) => {
    const rows = table.rows.filter((row) => typeof row[index] === 'number');
    const [least, largest] = extent(rows.map((row) => Number(row[index])));
    const list =
      rows.length <= 12
        ? rows.map((row) => `${written(row[x])} ${figures(Number(row[index]))}`).join(', ')
        : `${rows.length} values from ${figures(least)} to ${figures(largest)}`;
    return `${table.columns[index]}${unit}: ${list}`;
  });
  return lists.join('; ');
}
