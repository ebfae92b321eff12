import { END_GAP, labelMarkup, LINE_HEIGHT, strokeMarkup, type EndLabel, type Frame } from './parts.ts';
import type { Plan } from './plan.ts';
import { along, type FigureScale } from './scale.ts';
import { token } from '../palette.ts';
import { textWidth, widest, wrapLabel } from './text-width.ts';

/** px between an axis and its labels. */
export const AXIS_GAP = 10;

/** Returns the height in px at which a figure is. */
export function heightOf(scale: FigureScale, { height }: Pick<Frame, 'height'>, value: number): number {
  return height - along(scale, height, value);
}

/** Returns the room that the labels of an upright axis take. */
export function axisRoom(labels: readonly string[]): number {
  return labels.length > 0 ? widest(labels) + AXIS_GAP : 0;
}

/** Draws an upright axis of figures: a fine line across the plot at each mark. */
export function uprightAxis(scale: FigureScale, labels: readonly string[], frame: Frame): string[] {
  return scale.ticks.flatMap((tick, index) => {
    const y = heightOf(scale, frame, tick);
    return [
      strokeMarkup({ from: [0, y], to: [frame.width, y], colour: token('line') }),
      labelMarkup({ text: labels[index] ?? '', x: -AXIS_GAP, y, align: 'end', ink: token('muted') }),
    ];
  });
}

/** Draws an axis of figures below a plot. */
export function lyingAxis(scale: FigureScale, labels: readonly string[], { width, height }: Frame): string[] {
  const [first = 0, second = scale.domain[1]] = scale.ticks;
  const step = Math.abs(along(scale, width, second) - along(scale, width, first));
  // Where labels would touch, some of them stand for all.
  const each = Math.max(1, Math.ceil((widest(labels) + 16) / Math.max(1, step)));
  return scale.ticks.flatMap((tick, index) => {
    if (index % each > 0) return [];
    const x = along(scale, width, tick);
    const text = labels[index] ?? '';
    return [
      strokeMarkup({ from: [x, 0], to: [x, height], colour: token('line') }),
      labelMarkup({ text, x, y: height + AXIS_GAP + LINE_HEIGHT / 2, align: 'middle', ink: token('muted') }),
    ];
  });
}

/** Draws the line at 0, or at the end of a scale that does not have it. */
export function baseline(scale: FigureScale, frame: Frame, lying = false): string {
  const at = lying ? along(scale, frame.width, 0) : heightOf(scale, frame, 0);
  const [from, to] = lying
    ? ([
        [at, 0],
        [at, frame.height],
      ] as const)
    : ([
        [0, at],
        [frame.width, at],
      ] as const);
  return strokeMarkup({ from, to, colour: token('text'), width: 1.5 });
}

/** Draws lines of reference across a plot; their labels are at the right of it. */
export function referenceStrokes({ lines }: Plan, scale: FigureScale, frame: Frame): string[] {
  return lines.map(({ value }) => {
    const y = heightOf(scale, frame, value);
    return strokeMarkup({
      from: [0, y],
      to: [frame.width + END_GAP - 6, y],
      colour: token('text'),
      width: 1.8,
      dashed: true,
    });
  });
}

/** Returns the labels of lines of reference, without their heights yet. @param most - px that they may be wide */
export function referenceLabels({ lines }: Plan, most: number): { lines: string[]; value: number }[] {
  return lines.map(({ label, value }) => ({ lines: wrapLabel(label, most), value }));
}

/** Returns labels at the right of a plot for lines of reference. */
export function referenceEnds(
  labels: ReturnType<typeof referenceLabels>,
  scale: FigureScale,
  frame: Frame,
): EndLabel[] {
  return labels.map(({ lines, value }) => ({ lines, at: heightOf(scale, frame, value) }));
}

/** Draws lines of reference through bars that lie; their labels are above the plot. */
export function uprightReferences({ lines }: Plan, scale: FigureScale, frame: Frame): string[] {
  return lines.flatMap(({ label, value }) => {
    const x = along(scale, frame.width, value);
    const half = textWidth(label) / 2;
    const middle = Math.max(half - frame.left, Math.min(x, frame.width + frame.right - half));
    return [
      strokeMarkup({ from: [x, -6], to: [x, frame.height], colour: token('text'), width: 1.8, dashed: true }),
      labelMarkup({ text: label, x: middle, y: -6 - LINE_HEIGHT / 2, align: 'middle' }),
    ];
  });
}

/** Includes lines of reference in the range of a scale. */
export function withReferences({ lines }: Plan, [least, most]: readonly [number, number]): [number, number] {
  const values = lines.map(({ value }) => value);
  return [Math.min(least, ...values), Math.max(most, ...values)];
}
