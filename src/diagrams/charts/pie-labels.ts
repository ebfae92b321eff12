import { spread } from './spread.ts';

/** A label beside its slice, in px from the pie's middle. */
export interface PieLabel {
  x: number;
  y: number;
  /** `end` ends at its place. */
  align: 'start' | 'end';
}

/** px from the pie's axis, at least. */
const LEAST = 12;

/**
 * Places labels around a pie, so that those of small slices do not overlap.
 *
 * @param slices - the middle of each as a share of the whole, and the lines of its label.
 * @param radius - of the circle that labels are around, and half the height that there is, and from one line to the next, in px.
 */
export function placePieLabels(
  slices: readonly { middle: number; rows: number }[],
  { radius, half, line }: { radius: number; half: number; line: number },
): PieLabel[] {
  const labels = slices.map(({ middle }): PieLabel => {
    return { x: 0, y: -Math.cos(middle * 2 * Math.PI) * radius, align: middle > 0.5 ? 'end' : 'start' };
  });
  for (const align of ['start', 'end'] as const) {
    const side = labels.flatMap((label, index) => (label.align === align ? [index] : []));
    const things = side.map((index) => ({ at: labels[index]?.y ?? 0, size: (slices[index]?.rows ?? 1) * line }));
    const middles = spread(things, -half, half);
    side.forEach((index, place) => {
      const [label, y, { size = 0 } = {}] = [labels[index], middles[place] ?? 0, things[place]];
      if (!label) return;
      // The corner of a label that is next to the ring stays clear of it.
      const next = Math.max(0, Math.abs(y) - size / 2);
      label.y = y;
      label.x = (align === 'end' ? -1 : 1) * Math.max(LEAST, Math.sqrt(Math.max(0, radius ** 2 - next ** 2)));
    });
  }
  return labels;
}
