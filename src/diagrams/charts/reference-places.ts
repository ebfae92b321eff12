import { heightOf } from './axes.ts';
import { clearPlaces, type Box, type WantedLabel } from './clear-places.ts';
import { LINE_HEIGHT, type Frame, type Label } from './parts.ts';
import type { Plan } from './plan.ts';
import type { FigureScale } from './scale.ts';
import { textWidth } from './text-width.ts';

/** px between a line of reference and the middle of its label. */
const ABOVE = LINE_HEIGHT * 0.64;
/** The share of the width up to which a label of a line of reference is in the plot. */
const MOST = 0.6;
/** Where labels of lines of reference may be, as shares of the width. */
const ALONG = [1, 0, 0.5, 0.65, 0.35, 0.8, 0.2];

/** A plot with a vertical scale of figures. */
export interface Plot {
  plan: Plan;
  frame: Frame;
  scale: FigureScale;
  /** px above the plot into which the middle of a label may reach. @default half a line */
  above?: number;
}

/** Returns the labels of lines of reference, with the places above those where they may be, then those below. */
export function wantedReferences({ plan, frame, scale, above = LINE_HEIGHT / 2 }: Plot): WantedLabel[] {
  return plan.lines.map(({ label, value }) => {
    const line = heightOf(scale, frame, value);
    const heights = [line - ABOVE, line + ABOVE].filter((y) => y > -above && y < frame.height - ABOVE);
    const fits = textWidth(label) < frame.width * MOST;
    const places = heights.flatMap((y) => ALONG.map((share) => [share * frame.width, y] as const));
    return { label: { text: label }, places: fits ? places : [] };
  });
}

/** Returns the ends of lines of reference in px. */
export function referenceLines({ plan, frame, scale }: Plot): (readonly [x: number, y: number])[][] {
  return plan.lines.map(({ value }) => {
    const y = heightOf(scale, frame, value);
    return [[0, y] as const, [frame.width, y] as const];
  });
}

/**
 * Places labels of lines of reference above those or below, where nothing else is.
 *
 * @param full - parts of the plot that have no room for them.
 * @param lines - points of lines in the plot, in px.
 * @returns `undefined` where one of them finds no place.
 */
export function referencesInside(
  plot: Plot,
  full: readonly Box[],
  lines: readonly (readonly (readonly [x: number, y: number])[])[] = [],
): Label[] | undefined {
  const found = clearPlaces(wantedReferences(plot), [...lines, ...referenceLines(plot)], plot.frame.width, full);
  return found.every((label) => label !== undefined) ? found : undefined;
}
