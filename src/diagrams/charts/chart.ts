import type { Drawn, DrawingJob, DrawingProblem } from '../../model/drawing.ts';
import { didYouMean } from '../../model/did-you-mean.ts';
import { areCrowded } from './across.ts';
import { standingBars } from './bars.ts';
import { drawCombo } from './combo.ts';
import { lyingBars } from './lying.ts';
import { drawLines } from './lines.ts';
import { drawPie } from './pie.ts';
import { CHARTS, planOf, type ChartKind, type Plan } from './plan.ts';
import { drawScatter } from './scatter.ts';
import { drawSparklines } from './sparkline.ts';
import { drawWaterfall } from './waterfall.ts';
import { describeChart } from './words.ts';
import type { Within } from '../limits.ts';
import { readTable } from '../table.ts';

const KINDS: Record<ChartKind, (plan: Plan) => string> = {
  bar: (plan) => (isLying(plan) ? lyingBars(plan) : standingBars(plan)),
  line: drawLines,
  area: drawLines,
  pie: drawPie,
  donut: drawPie,
  scatter: drawScatter,
  combo: drawCombo,
  waterfall: drawWaterfall,
  sparkline: drawSparklines,
};

/** More bars than this are, however long their names are. */
const MOST_LYING = 18;

/** Tells whether bars are horizontal: where the author asks for it, or where their names would have to be turned. */
export function isLying(plan: Plan): boolean {
  const { horizontal } = plan.options;
  if (horizontal !== undefined) return horizontal === 'true';
  return plan.categories.length <= MOST_LYING && areCrowded(plan, plan.size.width * 0.95);
}

/**
 * Draws a chart of a table: its first column is the x axis, every other column of figures a series, unless `x=` and `y=`
 * say otherwise.
 *
 * @param within - runs the part that takes time.
 */
export async function drawChart(
  { source, options }: DrawingJob,
  within: Within = (work) => work(),
): Promise<Drawn | DrawingProblem> {
  const kind = CHARTS.find((name) => name === options['chart']);
  if (!kind) {
    return { problem: `unknown chart “${options['chart'] ?? ''}”${didYouMean(options['chart'] ?? '', CHARTS)}` };
  }
  const table = await readTable(source, options['lang'] ?? 'csv');
  if (table.fault) return table.fault;
  if (table.rows.length === 0) return { problem: 'the table is empty, expected a line of names and lines of figures' };
  const plan = planOf(kind, table, options);
  if ('problem' in plan) return plan;
  return { markup: within(() => KINDS[kind](plan)), description: describeChart(plan) };
}
