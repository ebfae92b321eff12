import { arc } from 'd3-shape';
import { MUTED, SERIES } from './colours.ts';
import { headerMarkup, headerOf } from './header.ts';
import { framed, labelMarkup, LINE_HEIGHT, type Frame } from './parts.ts';
import type { Plan } from './plan.ts';
import { CHART_FONT_SIZE } from './size.ts';
import { percentIn } from '../number-format.ts';
import { token } from '../palette.ts';
import { placePieLabels } from './pie-labels.ts';
import { tag } from './svg-markup.ts';
import { textWidth, widest, wrapLabel } from './text-width.ts';

/** The hole of a ring, as a share of its radius. */
const HOLE = 0.58;
/** px between a slice and its label. */
const AWAY = 14;
/** The radius of a ring in px that labels in one line leave room for. */
const ROOMY = 150;
/** The height of a figure in the middle, as a share of its size. */
const BLOCK = 0.92;
/** Sizes of a figure in the middle, in px. */
const [LARGEST, SMALLEST] = [58, CHART_FONT_SIZE];

/**
 * Draws a ring of parts of a whole. Slices are named where they are: nobody matches colours of a legend from the back
 * row.
 */
export function drawPie(plan: Plan): string {
  const { table, series, categories, size, unit, options, highlight } = plan;
  const percent = percentIn(options['locale'] ?? 'en');
  const values = table.rows.map((row) => Number(row[series[0] ?? 0] ?? 0));
  const total = values.reduce((sum, value) => sum + value, 0) || 1;
  const header = headerOf(plan, unit);
  const height = size.height - header.height;
  // Names and shares stand in one line where that leaves room for the ring.
  const room = size.width / 2 - Math.min(height / 2 - LINE_HEIGHT, ROOMY) - AWAY;
  const shares = categories.map((name, row) => ({ name, share: percent((values[row] ?? 0) / total) }));
  const oneLine = shares.every(({ name, share }) => textWidth(`${name} ${share}`, { bold: true }) <= room);
  const labels = shares.map(({ name, share }) =>
    oneLine ? [`${name} ${share}`] : wrapLabel(name, Math.max(room, 90)).concat(share),
  );
  const outside = widest(labels.flat(), { bold: highlight.rows.size > 0 }) + AWAY;
  const radius = Math.max(70, Math.min(height / 2 - LINE_HEIGHT * 0.8, size.width / 2 - outside, 190));
  const width = Math.max(2 * (radius + outside), size.width);
  const frame: Frame = { left: 0, right: 0, top: header.height, bottom: 0, width, height };
  const middle: [x: number, y: number] = [width / 2, height / 2];
  let sum = 0;
  const slices = values.map((value, row) => {
    const start = sum;
    sum += value;
    const muted = highlight.rows.size > 0 && !highlight.rows.has(row);
    const rank = highlight.rows.size > 0 ? [...highlight.rows].indexOf(row) : row;
    const colour = muted ? MUTED : (SERIES[rank % SERIES.length] ?? MUTED);
    return { start: start / total, end: sum / total, colour, muted, bold: highlight.rows.has(row) };
  });
  const shape = arc<(typeof slices)[number]>()
    .innerRadius(radius * HOLE)
    .outerRadius(radius)
    .startAngle(({ start }) => start * 2 * Math.PI)
    .endAngle(({ end }) => end * 2 * Math.PI)
    .padAngle(slices.length > 1 ? 0.014 : 0)
    .digits(2);
  const places = placePieLabels(
    slices.map(({ start, end }, index) => ({ middle: (start + end) / 2, rows: labels[index]?.length ?? 1 })),
    { radius: radius + AWAY, half: height / 2 },
  );
  const names = slices.flatMap(({ bold, muted }, index) => {
    const { x, y, align } = places[index] ?? { x: 0, y: 0, align: 'start' as const };
    const lines = labels[index] ?? [];
    return lines.map((text, row) =>
      labelMarkup({
        text,
        x: middle[0] + x,
        y: middle[1] + y + (row - (lines.length - 1) / 2) * LINE_HEIGHT,
        align,
        bold,
        ...(muted && { ink: token('muted') }),
      }),
    );
  });
  const ring = slices.map((slice) => tag('path', { d: shape(slice) ?? '', fill: slice.colour }));
  return framed(frame, [
    ...headerMarkup(header, frame),
    tag('g', { transform: `translate(${Math.round(middle[0])}, ${Math.round(middle[1])})` }, ring),
    ...names,
    ...centre(options['center'] ?? '', middle, radius * HOLE),
  ]);
}

/** Writes `Total: 20` into the middle: the figure large, what it is below. */
function centre(text: string, [x, y]: readonly [number, number], hole: number): string[] {
  if (!text.trim()) return [];
  const [, words = '', written = ''] = /^(?:(.*):)?\s*(.+)$/.exec(text.trim()) ?? [];
  const across = hole * 2 - 24;
  const size = Math.max(SMALLEST, Math.min(LARGEST, across / textWidth(written, { size: 1, bold: true })));
  const lines = words ? wrapLabel(words, across) : [];
  const height = size * BLOCK + lines.length * LINE_HEIGHT;
  const top = y - height / 2;
  const label = {
    text: written,
    x,
    y: top + (size * BLOCK) / 2,
    align: 'middle' as const,
    bold: true,
    size: Math.round(size),
  };
  const below = lines.map((line, row) =>
    labelMarkup({
      text: line,
      x,
      y: top + size * BLOCK + (row + 0.6) * LINE_HEIGHT,
      align: 'middle',
      ink: token('muted'),
    }),
  );
  return [labelMarkup(label), ...below];
}
