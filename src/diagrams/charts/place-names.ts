import { LINE_HEIGHT, type Label } from './parts.ts';
import { textWidth } from './text-width.ts';

/** A point that wants its name beside it. */
export interface NamedPoint {
  text: string;
  x: number;
  y: number;
  bold: boolean;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Finds a place for the name of each point, where it lies on no other name and no point: right of it, left, above, below, then
 * between those.
 *
 * @returns a label for each point, in their order; `undefined` where there is no place.
 */
export function placeNames(
  points: readonly NamedPoint[],
  { width, height, radius }: { width: number; height: number; radius: number },
): (Label | undefined)[] {
  const taken: Box[] = points.map(({ x, y }) => boxAt(x - radius, x + radius, y, radius));
  const away = radius + 5;
  return points.map(({ text, x, y, bold }) => {
    const length = textWidth(text, { bold });
    const down = LINE_HEIGHT * 0.5 + radius;
    const slant = radius * 0.5 + LINE_HEIGHT * 0.42;
    const places: [x: number, y: number, align: Label['align']][] = [
      [x + away, y, 'start'],
      [x - away, y, 'end'],
      [x, y - down, 'middle'],
      [x, y + down, 'middle'],
      [x + radius, y - slant, 'start'],
      [x + radius, y + slant, 'start'],
      [x - radius, y - slant, 'end'],
      [x - radius, y + slant, 'end'],
    ];
    for (const [at, middle, align] of places) {
      const left = align === 'start' ? at : align === 'end' ? at - length : at - length / 2;
      const box = boxAt(left, left + length, middle, LINE_HEIGHT * 0.42);
      const inside = box.left >= -20 && box.right <= width + 14 && box.top >= -LINE_HEIGHT && box.bottom <= height;
      if (!inside || taken.some((other) => meets(box, other))) continue;
      taken.push(box);
      return { text, x: at, y: middle, bold, ...(align && { align }) };
    }
    return undefined;
  });
}

function boxAt(left: number, right: number, middle: number, half: number): Box {
  return { left, right, top: middle - half, bottom: middle + half };
}

function meets(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
