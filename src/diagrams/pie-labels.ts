import { CHART_FONT_SIZE, LETTER_WIDTH } from './chart-size.ts';

/** A label beside its slice, in px from the pie's middle. */
export interface PieLabel {
  x: number;
  y: number;
  /** `right` ends at its place. */
  align: 'left' | 'right';
}

/** px from the middle. */
const RADIUS = 178;
const LINE = CHART_FONT_SIZE + 3;

/**
 * Places labels around a pie, so that those of small slices do not lie on each other.
 *
 * @param middles - of the slices, as shares of the whole, in their order.
 * @param room - half of the height that there is, in px.
 */
export function pieLabels(middles: readonly number[], room: number): PieLabel[] {
  const labels = middles.map((middle): PieLabel => {
    const angle = middle * 2 * Math.PI;
    return { x: Math.sin(angle) * RADIUS, y: -Math.cos(angle) * RADIUS, align: middle > 0.5 ? 'right' : 'left' };
  });
  for (const align of ['left', 'right'] as const) {
    const side = labels.filter((label) => label.align === align).toSorted((one, other) => one.y - other.y);
    // Down, as far as those above need it, then up from the bottom.
    side.forEach((label, index) => {
      label.y = Math.max(label.y, index > 0 ? (side[index - 1]?.y ?? 0) + LINE : -room);
    });
    side.toReversed().forEach((label, index, upwards) => {
      label.y = Math.min(label.y, index > 0 ? (upwards[index - 1]?.y ?? 0) - LINE : room);
    });
    for (const label of side) {
      const beside = Math.sqrt(Math.max(0, RADIUS ** 2 - label.y ** 2));
      label.x = (align === 'right' ? -1 : 1) * Math.max(beside, 14);
    }
  }
  return labels.map(({ x, y, align }) => ({ x: Math.round(x * 100) / 100, y: Math.round(y * 100) / 100, align }));
}

/** Returns the width in px that a pie needs for its labels. */
export function pieWidth(labels: readonly PieLabel[], words: readonly string[]): number {
  const ends = labels.map(({ x }, index) => Math.abs(x) + (words[index]?.length ?? 0) * CHART_FONT_SIZE * LETTER_WIDTH);
  return Math.ceil(2 * Math.max(0, ...ends));
}
