import { isYears } from './across.ts';
import type { Plan } from './plan.ts';
import { extent } from '../extent.ts';
import { figureIn } from '../number-format.ts';
import type { Cell } from '../table.ts';

/**
 * Describes a chart in words: the figures themselves while they are few, otherwise how many there are and their range; then its
 * lines of reference.
 */
export function describeChart(plan: Plan): string {
  const { table, x, options, unit: words, lines: references } = plan;
  // Points with names have two figures each.
  const series = plan.named ? [plan.across, ...plan.series] : plan.series;
  const unit = words ? ` (${words})` : '';
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
  return [...lists, ...references.map(({ label }) => label)].join('; ');
}
