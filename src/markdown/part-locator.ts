import type { Text } from 'mdast';
import type { Point, Position } from 'unist';

/** Finds where parts of a text are written. */
export interface PartLocator {
  place: (from: number, to: number) => Position | undefined;
  /** Tells whether an `@` or `[` has a backslash before it, which is gone from the text. */
  isEscaped: (at: number) => boolean;
}

/**
 * Creates a locator for a text. Escapes make it shorter than what is written, and some plugins make texts without a place:
 * then what is looked for is searched in what is around it.
 */
export function createPartLocator(
  { value, position }: Text,
  around: Position | undefined,
  source: string,
): PartLocator {
  const outer = position ?? around;
  const written = outer ? source.slice(outer.start.offset, outer.end.offset) : '';
  const exact = position !== undefined && written === value;
  const lines = lineStarts(exact ? value : written);
  const span = (from: number, to: number): Position | undefined =>
    outer && { start: pointAt(from, lines, outer.start), end: pointAt(to, lines, outer.start) };
  const escaped = exact ? new Set<number>() : escapedSigns(value, written, position !== undefined);
  return {
    place(from, to) {
      if (exact) return span(from, to);
      const part = value.slice(from, to);
      const at = written.indexOf(part);
      return at === -1 ? outer : span(at, at + part.length);
    },
    isEscaped: (at) => escaped.has(at),
  };
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

function pointAt(at: number, lines: readonly number[], start: Point): Point {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const column = at - (lines[low] ?? 0) + (low === 0 ? start.column : 1);
  return { line: start.line + low, column, offset: (start.offset ?? 0) + at };
}

/** Offsets of `@` and `[` in a text that have a backslash before them. @param whole - the text is all that is written there */
function escapedSigns(value: string, written: string, whole: boolean): Set<number> {
  if (!/\\[@[]/.test(written)) return new Set();
  const signs = [...written.matchAll(/(\\?)[@[]/g)].map(([, slash]) => slash !== '');
  const offsets = [...value.matchAll(/[@[]/g)].map(({ index }) => index);
  if (whole) return new Set(offsets.filter((_, index) => signs[index]));
  // Part of it is elsewhere: what follows the sign tells.
  return new Set(offsets.filter((at) => written.includes(`\\${value.slice(at, at + 8)}`)));
}
