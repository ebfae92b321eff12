import type { Point, Position } from 'unist';

/** Returns the position of a part of a text that begins at `start` and is unchanged from the file. */
export function positionIn(start: Point, text: string, [from, to]: [from: number, to: number]): Position {
  const point = (at: number): Point => {
    const lines = text.slice(0, at).split('\n');
    const column = (lines.at(-1)?.length ?? 0) + (lines.length === 1 ? start.column : 1);
    return { line: start.line + lines.length - 1, column, offset: (start.offset ?? 0) + at };
  };
  return { start: point(from), end: point(to) };
}
