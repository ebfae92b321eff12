import { directionOf } from '../../model/languages.ts';
import type { Plan } from './plan.ts';
import { labelMarkup, LINE_HEIGHT, type Frame } from './parts.ts';
import { token } from '../palette.ts';
import { near, tag } from './svg-markup.ts';
import { textWidth, widest, wrapLabel } from './text-width.ts';

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
  /** Placed at the right, above an axis of its own. */
  atEnd?: boolean;
}

/** The header of a plot: the unit of its figures, and a legend. */
export interface Header {
  height: number;
  lines: string[];
  /** Rows of the legend. */
  rows: LegendEntry[][];
  /** px that words take before a legend in the same row; 0 where it has rows of its own. */
  before: number;
  /** It begins at the right. */
  rtl: boolean;
}

/** Plans what is above a plot. @param words - what its figures are */
export function headerOf({ size, options }: Plan, words: string, legend: readonly LegendEntry[] = []): Header {
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
  const rtl = directionOf(options['locale'] ?? 'en') === 'rtl';
  const wordsWidth = widest(lines) + NEXT * 1.5;
  const share = lines.length === 1 && rows.length === 1 && wordsWidth + used - NEXT <= size.width;
  const before = share && !legend.some(({ atEnd }) => atEnd) ? wordsWidth : 0;
  const count = lines.length + rows.length - (before > 0 ? 1 : 0);
  return { height: count * ROW + (rows.length > 0 ? 4 : 0), lines, rows, before, rtl };
}

/** Returns the px between a header and the first line of a plot, whose figure reaches above it. */
export function headGap({ height }: Header): number {
  return LINE_HEIGHT / 2 + (height > 0 ? 5 : 0);
}

/** Says what the figures of a chart are: its unit, or the name of its only series unless the headline or the slide's heading has it. */
export function figureWords({ unit, names, options }: Plan): string {
  const [name = '', ...others] = names;
  const said = options['said'] === 'true' || (options['headline'] ?? '').toLowerCase().includes(name.toLowerCase());
  return unit || (others.length > 0 || said ? '' : name);
}

/** Writes a header above a chart, at the side where its language begins. */
export function headerMarkup({ lines, rows, before, rtl }: Header, { left, top, width, right }: Frame): string[] {
  const [start, end] = [-left, width + right];
  const words = lines.map((text, row) => {
    const y = -top + ROW * (row + 0.5);
    return labelMarkup({ text, x: rtl ? end : start, y, align: rtl ? 'end' : 'start', ink: token('muted') });
  });
  const keys = rows.flatMap((row, index) => {
    let used = before;
    const y = -top + ROW * ((before > 0 ? 0 : lines.length) + index + 0.5);
    const last = row.filter(({ atEnd }) => atEnd).reduce((sum, entry) => sum + entryWidth(entry) + NEXT, -NEXT);
    return row.map((entry, place) => {
      if (entry.atEnd && !row[place - 1]?.atEnd && !rtl) used = Math.max(used, end - start - last);
      const markup = keyMarkup(entry, rtl ? end - used : start + used, { y, rtl });
      used += entryWidth(entry) + NEXT;
      return markup;
    });
  });
  return [...words, ...keys];
}

function entryWidth({ name }: LegendEntry): number {
  return KEY + KEY_GAP + textWidth(name);
}

function keyMarkup(
  { name, colour, line = false }: LegendEntry,
  x: number,
  { y, rtl }: { y: number; rtl: boolean },
): string {
  const left = rtl ? x - KEY : x;
  const mark = line
    ? tag('path', { d: `M${near(left)},${near(y)}h${KEY}`, stroke: colour, 'stroke-width': 4, fill: 'none' })
    : tag('rect', { x: left, y: y - KEY / 2, width: KEY, height: KEY, rx: 2, fill: colour });
  const away = rtl ? -KEY - KEY_GAP : KEY + KEY_GAP;
  return tag('g', {}, [mark, labelMarkup({ text: name, x: x + away, y, align: rtl ? 'end' : 'start' })]);
}
