import type { DrawingJob, DrawingProblem } from '../model/drawing.ts';
import { suggestion } from '../model/nearest.ts';
import { categoryAxis } from './chart-axis.ts';
import { CHART_FONT_SIZE, chartSize, LETTER_WIDTH } from './chart-size.ts';
import { isNumeric, readTable, type Table } from './table.ts';

/** px that a name in a legend takes besides its letters. */
const KEY_WIDTH = 52;

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
  x: string;
  /** One column of figures for each series. */
  series: string[];
  options: Record<string, string>;
}

/**
 * Makes a Vega-Lite specification of a table: its first column is the x axis, every other column of figures a series,
 * unless `x=` and `y=` say otherwise.
 */
export async function chartOf({ source, options }: DrawingJob): Promise<Chart | DrawingProblem> {
  const kind = CHARTS.find((name) => name === options['chart']);
  if (!kind)
    return { problem: `there is no chart “${options['chart'] ?? ''}”${suggestion(options['chart'] ?? '', CHARTS)}` };
  const table = await readTable(source, options['lang'] ?? 'csv');
  if (table.rows.length === 0) return { problem: 'the table is empty, expected a line of names and lines of figures' };
  const plan = planOf(kind, table, options);
  if ('problem' in plan) return plan;
  return { spec: kind === 'pie' ? pie(plan) : plot(plan), description: describe(plan) };
}

function planOf(kind: ChartKind, table: Table, options: Record<string, string>): Plan | DrawingProblem {
  const named = (options['y'] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const x = options['x'] ?? table.columns[0] ?? '';
  const missing = [x, ...named].find((name) => !table.columns.includes(name));
  if (missing !== undefined) {
    return { problem: `the table has no column “${missing}”${suggestion(missing, table.columns)}` };
  }
  const figures = table.columns.filter((name) => name !== x && isNumeric(table, name));
  const series = named.length > 0 ? named : figures;
  const words = series.find((name) => !isNumeric(table, name));
  if (words !== undefined) {
    const line = table.rows.findIndex((row) => typeof row[words] === 'string' && row[words] !== '') + 2;
    return { problem: `“${words}” is no column of figures`, ...(line > 1 && { line }) };
  }
  if (series.length === 0) return { problem: 'the table has no column of figures' };
  return { kind, table, x, series: kind === 'pie' ? series.slice(0, 1) : series, options };
}

function plot({ kind, table, x, series, options }: Plan): ChartSpec {
  const flipped = kind === 'bar' && options['horizontal'] === 'true';
  const stacked = options['stacked'] === 'true' || kind === 'area';
  const many = series.length > 1;
  const { width } = chartSize({ options });
  const category = {
    ...categoryAxis(table, x, kind !== 'bar', width),
    ...(kind === 'scatter' && { title: x, scale: { zero: false } }),
  };
  const figures = {
    field: many ? 'value' : series[0],
    type: 'quantitative',
    title: options['unit'] ?? (many ? null : series[0]),
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
          scale: { domain: series },
          ...legend(series, width),
        },
      }
    : {};
  const offset = flipped ? 'yOffset' : 'xOffset';
  const beside =
    kind === 'bar' && many && !stacked ? { [offset]: { field: 'series', sort: null, scale: { domain: series } } } : {};
  return {
    data: { values: table.rows },
    ...(many && { transform: [{ fold: series, as: ['series', 'value'] }] }),
    mark: MARKS[kind],
    encoding: {
      [flipped ? 'y' : 'x']: flipped ? { ...category, axis: { grid: false, labelLimit: 420 } } : category,
      [flipped ? 'x' : 'y']: figures,
      ...colour,
      ...beside,
    },
  };
}

/** Series that do not fit beside each other are named on several lines. */
function legend(series: readonly string[], width: number): object {
  const longest = Math.max(...series.map((name) => name.length));
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

/** Slices are named where they are: nobody matches a legend's colours from the back row. */
function pie({ table, x, series }: Plan): ChartSpec {
  const field = series[0] ?? '';
  const total = table.rows.reduce((sum, row) => sum + Number(row[field] ?? 0), 0) || 1;
  let before = 0;
  const values = table.rows.map((row, index) => {
    const share = Number(row[field] ?? 0) / total;
    // Labels on the right half begin at the pie, those on the left half end there.
    const side = before + share / 2 > 0.5 ? 'right' : 'left';
    before += share;
    return { ...row, index, side, label: `${row[x]} ${Math.round(share * 100)} %` };
  });
  const names = table.rows.map((row) => String(row[x]));
  const theta = { field, type: 'quantitative', stack: true };
  const color = { field: x, type: 'nominal', sort: null, legend: null, scale: { domain: names } };
  return {
    data: { values },
    encoding: { theta, order: { field: 'index' } },
    layer: [
      { mark: { type: 'arc', outerRadius: 150, innerRadius: 84, padAngle: 0.012 }, encoding: { color } },
      { mark: { type: 'text', radius: 178, align: { expr: 'datum.side' } }, encoding: { text: { field: 'label' } } },
    ],
  };
}

/** The figures themselves while they are few; else how many and between which. */
function describe({ table, x, series, options }: Plan): string {
  const unit = options['unit'] ? ` (${options['unit']})` : '';
  const lists = series.map((name) => {
    const pairs = table.rows.map((row) => `${row[x]} ${row[name]}`);
    const values = table.rows.map((row) => Number(row[name]));
    return pairs.length <= 12
      ? `${name}${unit}: ${pairs.join(', ')}`
      : `${name}${unit}: ${pairs.length} values from ${Math.min(...values)} to ${Math.max(...values)}`;
  });
  return lists.join('; ');
}
