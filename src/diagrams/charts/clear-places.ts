import { LINE_HEIGHT, type Label } from './parts.ts';
import { textWidth } from './text-width.ts';

type Point = readonly [x: number, y: number];

/** A label that is in a plot, and where it may: the best place first. */
export interface WantedLabel {
  label: Pick<Label, 'text' | 'bold' | 'ink'>;
  /** Of its middle. */
  places: Point[];
}

/** A part of a plot that something takes, in px. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Half the height of a label, as a share of its line. */
const HALF = 0.42;
/** px that stay free beside a label. */
const BESIDE = 6;

/**
 * Finds places in a plot where labels touch no line and no other label.
 *
 * @param lines - points of each line, in px.
 * @param full - parts of the plot that have no room for labels.
 * @returns a label for each, in their order; `undefined` where there is no place.
 */
export function clearPlaces(
  wanted: readonly WantedLabel[],
  lines: readonly (readonly Point[])[],
  width: number,
  full: readonly Box[] = [],
): (Label | undefined)[] {
  const taken = [...full];
  return wanted.map(({ label, places }) => {
    const half = textWidth(label.text, { bold: label.bold ?? false }) / 2;
    for (const [at, y] of places) {
      const x = Math.max(half, Math.min(at, width - half));
      const box = {
        left: x - half - BESIDE,
        right: x + half + BESIDE,
        top: y - LINE_HEIGHT * HALF,
        bottom: y + LINE_HEIGHT * HALF,
      };
      if (taken.some((other) => meet(box, other)) || lines.some((points) => crosses(points, box))) continue;
      taken.push(box);
      return { ...label, x, y, align: 'middle' };
    }
    return undefined;
  });
}

/** Returns the part of a plot that a label takes. */
export function boxOf({ text, x, y, align = 'start', bold = false }: Label): Box {
  const width = textWidth(text, { bold });
  const left = align === 'start' ? x : align === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - LINE_HEIGHT * HALF, bottom: y + LINE_HEIGHT * HALF };
}

function meet(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Tells whether a line goes through a box. */
function crosses(points: readonly Point[], { left, right, top, bottom }: Box): boolean {
  return points.some(([x2, y2], index) => {
    const [x1, y1] = points[index - 1] ?? [x2, y2];
    if (x2 < left || x1 > right) return false;
    const heightAt = (x: number): number => (x2 === x1 ? y1 : y1 + ((y2 - y1) * (x - x1)) / (x2 - x1));
    const [one, other] = [heightAt(Math.max(left, x1)), heightAt(Math.min(right, x2))];
    return Math.min(one, other) < bottom && Math.max(one, other) > top;
  });
}
