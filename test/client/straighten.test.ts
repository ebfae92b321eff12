import { describe, expect, test } from 'vitest';
import { straightened } from '../../src/client/straighten.ts';

/** A line through points, as a hand draws it: with many points, and not quite straight. */
function byHand(...corners: [x: number, y: number][]): number[] {
  return corners.slice(1).flatMap(([x, y], index) => {
    const [fromX, fromY] = corners[index] ?? [x, y];
    return Array.from({ length: 12 }, (_, at) => {
      const along = (at + 1) / 12;
      return [fromX + (x - fromX) * along + (at % 3), fromY + (y - fromY) * along - (at % 2)];
    }).flat();
  });
}

const corners = (points: number[]): number => points.length / 4;

describe('a shape that is drawn by hand becomes straight', () => {
  test('a line, which is level where it nearly is', () => {
    expect(straightened(byHand([0, 100], [400, 108]))).toHaveLength(8);
    const [, y, , , , end] = straightened(byHand([0, 100], [400, 108]));
    expect(end).toBe(y);
    const [, top, , , , low] = straightened(byHand([0, 100], [400, 300]));
    expect((low ?? 0) - (top ?? 0)).toBeGreaterThan(150);
  });

  test('an arrow', () => {
    const arrow = straightened(byHand([0, 0], [400, 100], [360, 60], [400, 100], [350, 120]));
    expect(corners(arrow)).toBe(5);
    expect(arrow.slice(4, 6)).toEqual(arrow.slice(12, 14));
  });

  test('a box', () => {
    const box = straightened(byHand([100, 100], [400, 104], [402, 300], [101, 298], [100, 103]));
    expect(corners(box)).toBe(5);
    expect(new Set(box.filter((_, index) => index % 2 === 0)).size).toBe(2);
  });

  test('an ellipse', () => {
    const turn = Array.from({ length: 30 }, (_, at) => (at / 29) * 2 * Math.PI);
    const ellipse = straightened(
      turn.flatMap((by) => [300 + 120 * Math.cos(by) + Math.sin(by * 5), 200 + 60 * Math.sin(by)]),
    );
    expect(ellipse).toHaveLength(50);
    expect(ellipse.slice(0, 2)).toEqual(ellipse.slice(-2));
  });

  test('and anything else stays as it is', () => {
    const wave = Array.from({ length: 40 }, (_, at) => [at * 10, 200 + 80 * Math.sin(at / 3)]).flat();
    const tick = byHand([0, 0], [30, 60], [150, -120]);
    for (const points of [wave, tick, [], [3, 4], [3, 4, 5, 6]]) expect(straightened(points)).toEqual(points);
  });
});
