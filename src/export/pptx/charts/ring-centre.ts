import type { Box } from '../../../client/shapes/measured.ts';
import { figure } from '../../../diagrams/charts/plan.ts';
import { totalOf } from '../../../diagrams/charts/pie.ts';
import type { Element } from '../xml.ts';
import type { ChartPlan } from './chart-plans.ts';
import { innerLayout } from './line-layout.ts';

/** The share of a ring's width that its hole takes. */
export const HOLE = 0.58;

/** Tells whether what names the parts of a ring has more room below it than beside it. */
export function isUpright({ width, height }: Pick<Box, 'width' | 'height'>): boolean {
  return width < 1.25 * height;
}

/** Returns the room of a ring in its chart. */
export function ringArea({ width, height }: Pick<Box, 'width' | 'height'>): Box {
  if (isUpright({ width, height })) {
    const side = Math.min(width * 0.8, height * 0.6);
    return { x: (width - side) / 2, y: height * 0.03, width: side, height: side };
  }
  const side = Math.min(height * 0.92, width * 0.6);
  return { x: (width - side) * 0.35, y: (height - side) / 2, width: side, height: side };
}

/** Writes where a ring is, so that words can be in its middle. */
export function ringLayout(chart: Pick<Box, 'width' | 'height'>): Element {
  return innerLayout(ringArea(chart), chart);
}

/** Returns the figure in the middle of a ring, and the words below it. */
export function centreWords(plan: ChartPlan): { figure: string; words: string } | undefined {
  if (plan.kind !== 'donut') return undefined;
  const [column = 0] = plan.series;
  const values = plan.table.rows.map((row) => figure(row[column]) ?? 0);
  const text = (plan.options['center'] ?? totalOf(plan, values)).trim();
  if (text === '') return undefined;
  const [, words = '', written = ''] = /^(?:([^:]*):)?\s*(.+)$/.exec(text) ?? [];
  return { figure: written, words };
}
