import type { Element } from 'hast';
import type { Point } from 'unist';
import type { Area } from '../client/inspect/slide-view.ts';
import type { Declaration } from '../theme/read-css.ts';
import type { Box, ReportOptions } from './rule.ts';

/** Reads a position such as `12:3` from an element in a page; `undefined` where it has none. */
export function positionAt(at: string): ReportOptions['place'] {
  const [line, column] = at.split(':').map(Number);
  return line && column ? { start: { line, column } } : undefined;
}

/** Returns the position of an element in its source. */
export function positionOf({ position }: Pick<Element, 'position'>): ReportOptions['place'] {
  return position && { start: position.start, end: position.end };
}

/** Converts an area in a page into a box. */
export function boxOf([x, y, width, height]: Area): Box {
  return { x, y, width, height };
}

/** Returns the offset of a position in a text; `undefined` where the text has no such position. */
export function offsetOf(text: string, { line, column }: Point): number | undefined {
  let offset = 0;
  for (let at = 1; at < line; at += 1) {
    offset = text.indexOf('\n', offset) + 1;
    if (offset === 0) return undefined;
  }
  return offset + column - 1 <= text.length ? offset + column - 1 : undefined;
}

/** Returns the position of a declaration in its style sheet. */
export function placeOf({ line, column }: Pick<Declaration, 'line' | 'column'>): ReportOptions['place'] {
  return { start: { line, column } };
}

/** Returns the position of the last declaration of a token for a tone, otherwise of the last one at all. */
export function declarationFor(
  declarations: readonly Declaration[],
  name: string,
  tone: string | undefined,
): ReportOptions['place'] {
  const own = declarations.filter((declaration) => declaration.name === name);
  const meant = own.filter(({ selector }) =>
    tone === undefined ? selector.includes(':root') && !selector.includes('data-tone') : selector.includes(tone),
  );
  const last = meant.at(-1) ?? own.at(-1);
  return last && placeOf(last);
}
