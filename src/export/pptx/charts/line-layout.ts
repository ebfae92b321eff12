import type { Box } from '../../../client/shapes/measured.ts';
import { xml, type Element } from '../xml.ts';
import type { ChartData } from './chart-data.ts';
import type { ChartPlan } from './chart-plans.ts';

/** The width of most letters as a share of their size. */
const LETTER = 0.56;

type Size = Pick<Box, 'width' | 'height'>;

/** Writes where lines are, so that there is room for their names behind them. @param size - px of letters. */
export function lineLayout(
  { names, categories }: ChartPlan,
  data: ChartData,
  { box, size }: { box: Size; size: number },
): Element {
  const ticks = data.scale?.ticks ?? [];
  const left = size * (LETTER * longest(ticks.map(String)) + 1);
  const words = size * (LETTER * longest(names) + 1);
  // A line ends in the middle of the place of its last category.
  const half = 1 / (2 * Math.max(1, categories.length));
  const right = Math.max(size / 2, (words - (box.width - left) * half) / (1 - half));
  const [top, bottom] = [2 * size, 2 * size];
  return innerLayout(
    {
      x: left,
      y: top,
      width: Math.max(size, box.width - left - right),
      height: Math.max(size, box.height - top - bottom),
    },
    box,
  );
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => [...text].length));
}

/** Writes the place of what a chart draws, in px of the chart. */
export function innerLayout({ x, y, width, height }: Box, chart: Size): Element {
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
      xml('c:x', { val: share(x, chart.width) }),
      xml('c:y', { val: share(y, chart.height) }),
      xml('c:w', { val: share(width, chart.width) }),
      xml('c:h', { val: share(height, chart.height) }),
    ),
  );
}
