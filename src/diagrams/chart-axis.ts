import { CHART_FONT_SIZE, LETTER_WIDTH } from './chart-size.ts';
import { extent } from './extent.ts';
import { isNumeric, type Table } from './table.ts';

/** A Vega-Lite encoding of what stands along the x axis. */
export interface CategoryAxis {
  field: string;
  type: 'ordinal' | 'quantitative' | 'temporal';
  sort: null;
  title: string | null;
  axis: Record<string, unknown>;
  scale?: Record<string, unknown>;
}

/** More dates than this are a scale of time; fewer stand beside each other as they are written. */
const MANY_DATES = 14;
const DATE = /^\d{4}-\d{2}(?:-\d{2})?$/;

/**
 * Returns how the axis of the categories is drawn: its scale, its order and its labels.
 *
 * @param column - its place in the table.
 * @param figures - the axis may be a scale of figures or of time, as that of a line; a bar stands for each entry.
 * @param width - of the chart, in px.
 */
export function categoryAxis(
  { rows }: Pick<Table, 'rows'>,
  column: number,
  figures: boolean,
  width: number,
): CategoryAxis {
  const entries = rows.map((row) => String(row[column]));
  const encoding: CategoryAxis = { field: 'x', type: 'ordinal', sort: null, title: null, axis: { labelAngle: 0 } };
  if (figures && isNumeric({ rows }, column)) {
    const years = isYears({ rows }, column);
    const whole = rows.every((row) => Number.isInteger(Number(row[column])));
    return {
      ...encoding,
      type: 'quantitative',
      axis: { format: years ? 'd' : ',~f', ...(whole && { tickMinStep: 1 }) },
      scale: { zero: false, nice: false },
    };
  }
  if (figures && rows.length > MANY_DATES && entries.every((entry) => DATE.test(entry))) {
    // Of the place where the deck is built nothing may get into it.
    return { ...encoding, type: 'temporal', scale: { type: 'utc' }, axis: timeTicks(entries) };
  }
  const [, longestEntry] = extent(entries.map((entry) => entry.length));
  const longest = longestEntry * CHART_FONT_SIZE * LETTER_WIDTH;
  const tight = longest + CHART_FONT_SIZE > (width * 0.92) / Math.max(entries.length, 1);
  if (!tight) return { ...encoding, axis: { labelAngle: 0 } };
  // Where not even turned labels have their room, some of them stand for all.
  const each = Math.ceil((entries.length * CHART_FONT_SIZE * 1.2) / (width * 0.92));
  const values = each > 1 && { values: [...new Set(entries)].filter((_, index) => index % each === 0) };
  return { ...encoding, axis: { labelAngle: -40, labelLimit: 170, ...values } };
}

/** Tells whether figures are years, which have no marks between thousands. */
export function isYears({ rows }: Pick<Table, 'rows'>, column: number): boolean {
  return rows.every((row) => Number(row[column]) >= 1000 && Number(row[column]) < 3000);
}

/** Returns the interval of ticks on an axis of time: whole months or years, so that no label appears twice. */
function timeTicks(entries: string[]): Record<string, unknown> {
  const [first, last] = extent(entries.map((entry) => Date.parse(entry)));
  const months = (last - first) / (30.4 * 24 * 3600 * 1000);
  if (months < 3) return { format: '%m-%d', tickCount: 8, labelOverlap: true };
  const interval = months > 48 ? 'year' : 'month';
  const step = Math.ceil(months / (interval === 'year' ? 12 * 8 : 8));
  return { format: interval === 'year' ? '%Y' : '%Y-%m', tickCount: { interval, step }, labelOverlap: true };
}
