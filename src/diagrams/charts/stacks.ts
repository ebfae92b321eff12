import { markColour } from './colours.ts';
import { withReferences } from './axes.ts';
import { areWhole, figure, figuresOf, type Plan, type Stack } from './plan.ts';
import { figureScale, type FigureScale } from './scale.ts';
import { extent } from '../extent.ts';
import { percentIn, tickLabels } from '../number-format.ts';

/** px that a bar is wide at most, and the share of its place that stays free. */
const [WIDEST, FREE] = [130, 0.28];

/** A bar, or a part of one that is on others. */
export interface Bar {
  row: number;
  /** Place of its series. */
  place: number;
  from: number;
  to: number;
  value: number;
  colour: string;
  /** Its figure, as it is written on it. */
  label: string;
}

/** Returns bars of all figures, row by row. Parts of a stack begin where the one below ends, those below 0 downwards. */
export function barsOf(plan: Plan, stack: Stack): Bar[] {
  const { table, series, written, options } = plan;
  const percent = percentIn(options['locale'] ?? 'en');
  return table.rows.flatMap((cells, row) => {
    const whole = series.reduce((sum, index) => sum + Math.abs(figure(cells[index]) ?? 0), 0) || 1;
    let [up, down] = [0, 0];
    return series.flatMap((index, place): Bar[] => {
      const value = figure(cells[index]);
      if (value === null) return [];
      const size = stack === 'share' ? value / whole : value;
      const from = stack === 'none' ? 0 : size < 0 ? down : up;
      if (size < 0) down += size;
      else up += size;
      const label = stack === 'share' ? percent(size) : written(value, place);
      return [{ row, place, from, to: from + size, value, colour: markColour(plan, place, row), label }];
    });
  });
}

/** Returns the share of its place that a bar, or a group of them, takes. */
export function barShare(step: number, beside: number, widestBar: number = WIDEST): number {
  return Math.min(1 - FREE, (widestBar * beside) / step);
}

/** Makes the scale of bars, which begin at 0. @param exact - it ends with the longest bar. */
export function barScale(plan: Plan, bars: readonly Bar[], exact: boolean): FigureScale {
  const range = withReferences(plan, extent([0, ...bars.map(({ to }) => to)]));
  const whole = plan.stack !== 'share' && areWhole(figuresOf(plan));
  const share = plan.stack === 'share' ? 100 : 1;
  const { min, max } = plan;
  return figureScale(range, {
    zero: true,
    whole,
    nice: !exact,
    min: min === undefined ? undefined : min / share,
    max: max === undefined ? undefined : max / share,
  });
}

/** Writes the marks of an axis of bars. */
export function barTicks({ stack, options }: Plan, { ticks }: FigureScale): string[] {
  const lang = options['locale'] ?? 'en';
  return stack === 'share' ? ticks.map(percentIn(lang)) : tickLabels(lang, ticks);
}

/** Returns the sums of stacks, each with its highest part; shares have none. */
export function totals({ stack, written }: Plan, bars: readonly Bar[]): { bar: Bar; text: string }[] {
  if (stack !== 'sum') return [];
  const rows = Map.groupBy(bars, ({ row }) => row);
  return [...rows.values()].flatMap((parts) => {
    const bar = parts.findLast(({ value }) => value >= 0);
    const sum = parts.reduce((all, { value }) => all + value, 0);
    return bar ? [{ bar, text: written(Number(sum.toPrecision(12))) }] : [];
  });
}
