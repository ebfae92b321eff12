import type { Plan } from './chart-plan.ts';
import { labelMarkup, LINE_HEIGHT, type Frame } from './chart-parts.ts';
import { token } from './palette.ts';
import { tag } from './svg-markup.ts';
import { textWidth, wrapLabel } from './text-width.ts';

/** px of a row above the plot. */
const ROW = LINE_HEIGHT + 5;
/** px of a key, and between it, its name and the next one. */
const [KEY, KEY_GAP, NEXT] = [15, 8, 26];

/** A name in a legend. */
export interface LegendEntry {
  name: string;
  colour: string;
  /** It is a line, not a surface. */
  line?: boolean;
}

/** What stands above a plot: what its figures are, and a legend. */
export interface Header {
  height: number;
  lines: string[];
  /** Rows of the legend. */
  rows: LegendEntry[][];
}

/** Plans what stands above a plot. @param words - what its figures are */
export function headerOf({ size }: Pick<Plan, 'size'>, words: string, legend: readonly LegendEntry[] = []): Header {
  const lines = words ? wrapLabel(words, size.width - 8) : [];
  const rows: LegendEntry[][] = [];
  let used = 0;
  for (const entry of legend) {
    const width = entryWidth(entry);
    if (rows.length === 0 || used + width > size.width) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push(entry);
    used += width + NEXT;
  }
  return { height: (lines.length + rows.length) * ROW + (rows.length > 0 ? 4 : 0), lines, rows };
}

/** Returns the px between a header and the first line of a plot, whose figure reaches above it. */
export function headGap({ height }: Header): number {
  return LINE_HEIGHT / 2 + (height > 0 ? 5 : 0);
}

/** Says what the figures of a chart are: its unit, or the name of its only series. */
export function figureWords({ unit, names }: Plan): string {
  return unit || (names.length === 1 ? (names[0] ?? '') : '');
}

/** Writes a header at the top left of a chart. */
export function headerMarkup({ lines, rows }: Header, { left, top }: Frame): string[] {
  const words = lines.map((text, row) =>
    labelMarkup({ text, x: -left, y: -top + ROW * (row + 0.5), ink: token('muted') }),
  );
  const keys = rows.flatMap((row, index) => {
    let x = -left;
    const y = -top + ROW * (lines.length + index + 0.5);
    return row.map((entry) => {
      const markup = keyMarkup(entry, x, y);
      x += entryWidth(entry) + NEXT;
      return markup;
    });
  });
  return [...words, ...keys];
}

function entryWidth({ name }: LegendEntry): number {
  return KEY + KEY_GAP + textWidth(name);
}

function keyMarkup({ name, colour, line = false }: LegendEntry, x: number, y: number): string {
  const mark = line
    ? tag('path', { d: `M${x},${y}h${KEY}`, stroke: colour, 'stroke-width': 4, fill: 'none' })
    : tag('rect', { x, y: y - KEY / 2, width: KEY, height: KEY, rx: 2, fill: colour });
  return tag('g', {}, [mark, labelMarkup({ text: name, x: x + KEY + KEY_GAP, y })]);
}
