import type { Box } from '../../../client/shapes/measured.ts';
import { figure } from '../../../diagrams/charts/plan.ts';
import { totalOf } from '../../../diagrams/charts/pie.ts';
import { xml, type Element } from '../xml.ts';
import type { ChartPlan } from './chart-plans.ts';

/** The share of a ring's width that its hole takes. */
export const HOLE = 0.62;

/** Returns the room of a ring in its chart; what names its parts is beside it. */
export function ringArea({ width, height }: Pick<Box, 'width' | 'height'>): Box {
  const side = Math.min(height * 0.92, width * 0.6);
  return { x: (width - side) * 0.35, y: (height - side) / 2, width: side, height: side };
}

/** Writes where a ring is, so that words can be in its middle. */
export function ringLayout(chart: Pick<Box, 'width' | 'height'>): Element {
  const area = ringArea(chart);
  const share = (px: number, of: number): number => Math.round((px / of) * 10_000) / 10_000;
  return xml(
    'c:layout',
    {},
    xml(
      'c:manualLayout',
      {},
      xml('c:layoutTarget', { val: 'inner' }),
      xml('c:xMode', { val: 'edge' }),
      xml('c:yMode', { val: 'edge' }),
      xml('c:x', { val: share(area.x, chart.width) }),
      xml('c:y', { val: share(area.y, chart.height) }),
      xml('c:w', { val: share(area.width, chart.width) }),
      xml('c:h', { val: share(area.height, chart.height) }),
    ),
  );
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
