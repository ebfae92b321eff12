import type { ChartLook, Hex } from '../../../client/shapes/measured.ts';
import { BEADS, scaleOfLines } from '../../../diagrams/charts/lines.ts';
import { figure } from '../../../diagrams/charts/plan.ts';
import type { FigureScale } from '../../../diagrams/charts/scale.ts';
import { barsOf } from '../../../diagrams/charts/stacks.ts';
import { stepsOf } from '../../../diagrams/charts/waterfall.ts';
import { percentIn } from '../../../diagrams/number-format.ts';
import type { ChartPlan } from './chart-plans.ts';

/** A column of figures. */
export interface ChartSeries {
  name: string;
  values: (number | null)[];
  /** `undefined` where nothing of it is seen. */
  colour: Hex | undefined;
  /** Colours of single marks, by row. */
  marks: Map<number, Hex>;
  /** Figures beside its marks, or the last one, or its name where it ends. */
  labels: 'all' | 'none' | 'name' | 'last';
  /** Rows whose marks are too small for a figure. */
  unlabelled?: ReadonlySet<number>;
  /** The row that its name is at. @default the last one */
  namedAt?: number;
  /** Its points have beads. */
  beads?: boolean;
  /** How figures are written; those of the axis where it is not said. */
  format?: string;
  /** A line of reference. */
  dashed?: boolean;
}

/** Series that are drawn as one kind of marks. */
export interface ChartGroup {
  kind: 'bar' | 'line' | 'area' | 'pie' | 'doughnut' | 'scatter';
  series: ChartSeries[];
}

/** A chart as PowerPoint has it. */
export interface ChartData {
  /** Name of the column of categories. */
  head: string;
  categories: string[];
  /** Where points are from left to right. */
  across: (number | null)[] | undefined;
  groups: ChartGroup[];
  /** How figures are written, as spreadsheets say it. */
  format: string;
  /** The scale of lines and areas. */
  scale: FigureScale | undefined;
}

/** More bars than this have an axis instead of figures. */
const FEW = 24;

/** Resolves the table of a chart into series with colours, and the table of its workbook. */
export function chartData(plan: ChartPlan, look: ChartLook): ChartData {
  const { kind, table, across, categories } = plan;
  const isPoints = kind === 'scatter';
  return {
    head: table.columns[isPoints ? across : plan.x] ?? '',
    categories,
    across: isPoints ? table.rows.map((row) => figure(row[across])) : undefined,
    groups: [...groupsOf(plan, look), ...referenceGroup(plan, look)],
    format: formatOf(plan),
    scale: (kind === 'line' || kind === 'area') && plan.stack !== 'share' ? scaleOfLines(plan) : undefined,
  };
}

function groupsOf(plan: ChartPlan, look: ChartLook): ChartGroup[] {
  const { kind, lineSeries } = plan;
  const series = plan.series.map((_, place) => seriesAt(plan, place, look));
  switch (kind) {
    case 'waterfall':
      return [{ kind: 'bar', series: waterfallSeries(plan, look) }];
    case 'combo':
      return [
        { kind: 'bar', series: series.filter((_, place) => !lineSeries.has(place)) },
        { kind: 'line', series: series.filter((_, place) => lineSeries.has(place)) },
      ];
    case 'pie':
    case 'donut':
      return [{ kind: kind === 'pie' ? 'pie' : 'doughnut', series: series.map((one) => slices(plan, one, look)) }];
    case 'bar':
    case 'line':
    case 'area':
    case 'scatter':
      return [{ kind, series }];
    default:
      return [];
  }
}

function seriesAt(plan: ChartPlan, place: number, look: ChartLook): ChartSeries {
  const { table, names, series, highlight, kind, stack, options } = plan;
  const column = series[place] ?? 0;
  const values = table.rows.map((row) => figure(row[column]));
  const colour = seriesColour(plan, place, look);
  const marks = new Map<number, Hex>();
  if (highlight.rows.size > 0 && kind !== 'line' && kind !== 'area') {
    const muted = series.length > 1 ? (look.colours[`faded${place % 6}`] ?? colour) : grey(look);
    values.forEach((_, row) => {
      if (!highlight.rows.has(row)) marks.set(row, muted);
    });
  }
  return {
    name: names[place] ?? '',
    values,
    colour,
    marks,
    labels: labelsOf(plan),
    unlabelled: stack === 'share' ? slivers(plan, values) : new Set(),
    beads: kind === 'line' && values.length <= BEADS && colour !== grey(look),
    ...(stack === 'share' && isInHundredths(plan) && { format: `0"${percentSign(options['locale'])}"` }),
  };
}

/** A part of a bar that is less than this share of it has no room for its figure. */
const SLIVER = 0.1;

function slivers({ table, series }: ChartPlan, values: readonly (number | null)[]): Set<number> {
  const sums = table.rows.map((row) => series.reduce((sum, column) => sum + Math.abs(figure(row[column]) ?? 0), 0));
  return new Set([...values.keys()].filter((row) => Math.abs(values[row] ?? 0) < SLIVER * (sums[row] ?? 0)));
}

function labelsOf(plan: ChartPlan): ChartSeries['labels'] {
  if (plan.kind === 'bar') return showsFigures(plan) ? 'all' : 'none';
  if (plan.kind === 'line') return plan.series.length === 1 ? 'last' : namesLines(plan) ? 'name' : 'none';
  return 'none';
}

/** Figures whose sum is nearly this are shares already. */
const WHOLE = 100;

function isInHundredths({ table, series }: ChartPlan): boolean {
  return table.rows.every((row) => {
    const sum = series.reduce((all, column) => all + (figure(row[column]) ?? 0), 0);
    return Math.abs(sum - WHOLE) < 1.5;
  });
}

function percentSign(locale = 'en'): string {
  return percentIn(locale)(0.5).replaceAll(/[\d"]/g, '');
}

/** Lines that end closer to each other than this share of the scale have a legend: their names would overlap. */
const CLOSE = 0.09;

/** Tells whether lines have their names where they end. */
export function namesLines(plan: ChartPlan): boolean {
  const { kind, table, series } = plan;
  if (kind !== 'line' || series.length < 2) return false;
  const ends = series.map((column) => figure(table.rows.at(-1)?.[column]));
  const [least, most] = scaleOfLines(plan).domain;
  const known = ends.filter((end) => end !== null).toSorted((one, other) => one - other);
  return (
    known.length === ends.length &&
    known.every((end, index) => index === 0 || end - (known[index - 1] ?? 0) > CLOSE * (most - least))
  );
}

/** Tells whether bars have figures, and no axis. */
export function showsFigures(plan: ChartPlan): boolean {
  if (plan.kind === 'waterfall') return true;
  return plan.values ?? barsOf(plan, plan.stack).length <= FEW;
}

function seriesColour({ highlight: { series } }: ChartPlan, place: number, look: ChartLook): Hex {
  const rank = series.size === 0 ? place : [...series].indexOf(place);
  return rank < 0 ? grey(look) : colourAt(look, rank);
}

function colourAt({ colours }: ChartLook, rank: number): Hex {
  return colours[`series${rank % 12}`] ?? '#808080';
}

function grey({ colours }: ChartLook): Hex {
  return colours['grey'] ?? '#b0b0b0';
}

/** Slices have colours of their own; those that are not highlighted are grey. */
function slices({ highlight: { rows } }: ChartPlan, series: ChartSeries, look: ChartLook): ChartSeries {
  const ranks = [...rows];
  const marks = new Map(
    series.values.map((_, row) => {
      const rank = rows.size === 0 ? row : ranks.indexOf(row);
      return [row, rank < 0 ? grey(look) : colourAt(look, rank)];
    }),
  );
  return { ...series, marks, labels: 'all' };
}

/** A waterfall is a stack of bars, the lowest of which are not seen. */
function waterfallSeries(plan: ChartPlan, look: ChartLook): ChartSeries[] {
  const steps = stepsOf(plan);
  const { highlight } = plan;
  const format = formatOf(plan);
  const heights = (wanted: (step: (typeof steps)[number]) => boolean): (number | null)[] =>
    steps.map((step) => (wanted(step) ? Math.abs(Number((step.to - step.from).toPrecision(12))) : null));
  const series = (
    name: string,
    colour: Hex,
    wanted: (step: (typeof steps)[number]) => boolean,
    sign: string,
  ): ChartSeries => {
    const muted = [...steps.keys()].filter((row) => highlight.rows.size > 0 && !highlight.rows.has(row));
    return {
      name,
      values: heights(wanted),
      colour,
      marks: new Map(muted.map((row) => [row, grey(look)])),
      labels: 'all',
      format: `${sign}${format}`,
    };
  };
  const [name = ''] = plan.names;
  const total = highlight.rows.size > 0 ? colourAt(look, 0) : (look.colours['total'] ?? '#808080');
  return [
    {
      name: '',
      values: steps.map(({ from, to }) => Math.min(from, to)),
      colour: undefined,
      marks: new Map(),
      labels: 'none',
    },
    series(name, total, (step) => step.total, ''),
    series(`${name} +`, colourAt(look, 0), (step) => !step.total && step.to >= step.from, '+'),
    series(`${name} −`, colourAt(look, 1), (step) => !step.total && step.to < step.from, '"−"'),
  ];
}

/** Lines of reference are series that are the same everywhere. */
function referenceGroup(plan: ChartPlan, { colours }: ChartLook): ChartGroup[] {
  const { lines, categories, kind } = plan;
  if (lines.length === 0 || kind === 'pie' || kind === 'donut' || kind === 'scatter') return [];
  const series = lines.map(({ label, value }): ChartSeries => ({
    name: label,
    values: categories.map(() => value),
    colour: colours['muted'] ?? '#808080',
    marks: new Map(),
    labels: 'name',
    namedAt: clearestRow(plan, value),
    dashed: true,
  }));
  return [{ kind: 'line', series }];
}

/** Returns the row where the figures are furthest from a line of reference. */
function clearestRow({ table, series }: ChartPlan, value: number): number {
  const gaps = table.rows.map((row) =>
    Math.min(...series.map((column) => Math.abs((figure(row[column]) ?? value) - value))),
  );
  return Math.max(0, gaps.indexOf(Math.max(...gaps)));
}

/** Returns how figures are written: with as many decimals as they have, at most two. */
function formatOf({ table, series }: ChartPlan): string {
  const figures = table.rows.flatMap((row) => series.flatMap((column) => figure(row[column]) ?? []));
  const decimals = Math.max(0, ...figures.map((value) => String(value).split('.')[1]?.length ?? 0));
  const large = figures.some((value) => Math.abs(value) >= 10_000);
  return `${large ? '#,##0' : '0'}${decimals === 0 ? '' : `.${'0'.repeat(Math.min(2, decimals))}`}`;
}
