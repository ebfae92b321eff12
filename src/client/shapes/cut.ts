import type { Box, Paint } from './measured.ts';
import { round } from './page.ts';

type Point = [x: number, y: number];

/** Returns the corners of a polygon on its slide. */
export function cornersOn(box: Box, polygon: NonNullable<Paint['polygon']>): Point[] {
  return polygon.map(({ x, y }) => [box.x + x[0] * box.width + x[1], box.y + y[0] * box.height + y[1]]);
}

/**
 * Cuts a box to a polygon (Sutherland and Hodgman).
 *
 * @returns the corners of what is left, in the box; empty where nothing is.
 */
export function cutBox(box: Box, polygon: readonly Point[]): NonNullable<Paint['polygon']> {
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  const edges: { isIn: (point: Point) => boolean; axis: 0 | 1; at: number }[] = [
    { isIn: ([x]) => x >= box.x, axis: 0, at: box.x },
    { isIn: ([x]) => x <= right, axis: 0, at: right },
    { isIn: ([, y]) => y >= box.y, axis: 1, at: box.y },
    { isIn: ([, y]) => y <= bottom, axis: 1, at: bottom },
  ];
  let points = [...polygon];
  for (const { isIn, axis, at } of edges) {
    points = points.flatMap((point, index, all): Point[] => {
      const before = all.at(index - 1) ?? point;
      const crossing = isIn(before) === isIn(point) ? [] : [crossingAt(before, point, { axis, at })];
      return isIn(point) ? [...crossing, point] : crossing;
    });
  }
  return points.map(([x, y]) => ({ x: [0, round(x - box.x)], y: [0, round(y - box.y)] }));
}

function crossingAt(one: Point, other: Point, { axis, at }: { axis: 0 | 1; at: number }): Point {
  const share = (at - one[axis]) / (other[axis] - one[axis]);
  return [one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])];
}
