import { arc } from 'd3-shape';
import { MUTED, SERIES } from './colours.ts';
import { headerMarkup, headerOf } from './header.ts';
import { framed, labelMarkup, LINE_HEIGHT, type Frame } from './parts.ts';
import type { Plan } from './plan.ts';
import { CHART_FONT_SIZE } from './size.ts';
import { decimalsOf, labelIn, percentIn } from '../number-format.ts';
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
/** px of a key in a list of names, and between it and its name; px of a row of that list. */
const [KEY, KEY_GAP, ROW] = [17, 11, LINE_HEIGHT * 1.5];
/** px of letters in that list, which has the width of the chart, and beside a ring of at least some px. */
const [LISTED, WIDE] = [26, 700];
/** The height of a figure in the middle, as a share of its size. */
const BLOCK = 0.92;
/** Sizes of a figure in the middle, in px. */
const [LARGEST, SMALLEST] = [58, CHART_FONT_SIZE];

/** px of the smallest ring, and of the largest. */
const [LEAST, MOST] = [70, 190];
/** px of the largest ring with its names below it. */
const LARGEST_ABOVE = 230;
/** How many times larger a ring has to get for its names to be below it. */
const GAIN = 1.2;

/**
 * Draws a ring of parts of a whole. Slices are named where they are: nobody matches colours of a legend from the back
 * row. Where that would leave little of the ring, as on pages that are higher than wide, a list below it names them.
 */
export function drawPie(plan: Plan): string {
  const { table, series, categories, size, unit, options, highlight } = plan;
  const percent = percentIn(options['locale'] ?? 'en');
  const values = table.rows.map((row) => Number(row[series[0] ?? 0] ?? 0));
  const total = values.reduce((sum, value) => sum + value, 0) || 1;
  const { center } = options;
  // The whole says what it counts.
  const header = headerOf(plan, center === undefined && totalOf(plan, values) ? '' : unit);
  const height = size.height - header.height;
  const shares = categories.map((name, row) => ({ name, share: percent((values[row] ?? 0) / total) }));
  let sum = 0;
  const slices = values.map((value, row): Slice => {
    const start = sum;
    sum += value;
    const muted = highlight.rows.size > 0 && !highlight.rows.has(row);
    const rank = highlight.rows.size > 0 ? [...highlight.rows].indexOf(row) : row;
    const colour = muted ? MUTED : (SERIES[rank % SERIES.length] ?? MUTED);
    const { name = '', share = '' } = shares[row] ?? {};
    return { name, share, start: start / total, end: sum / total, colour, muted, bold: highlight.rows.has(row) };
  });
  const around = namesAround(slices, { width: size.width, height });
  const below = listBelow(slices, { width: size.width, height }, header.rtl);
  const named = below.radius > around.radius * GAIN ? below : around;
  const { radius, middle, width, markup } = named;
  const frame: Frame = { left: 0, right: 0, top: header.height, bottom: 0, width, height };
  const shape = arc<Slice>()
    .innerRadius(radius * HOLE)
    .outerRadius(radius)
    .startAngle(({ start }) => start * 2 * Math.PI)
    .endAngle(({ end }) => end * 2 * Math.PI)
    .padAngle(slices.length > 1 ? 0.014 : 0)
    .digits(2);
  const ring = slices.map((slice) => tag('path', { d: shape(slice) ?? '', fill: slice.colour }));
  return framed(frame, [
    ...headerMarkup(header, frame),
    tag('g', { transform: `translate(${Math.round(middle[0])}, ${Math.round(middle[1])})` }, ring),
    ...markup,
    ...centre(center ?? totalOf(plan, values), middle, radius * HOLE),
  ]);
}

/** Returns the whole as it is written in the middle of a ring; nothing where figures are shares already. */
export function totalOf({ unit, names: [name = ''], options }: Plan, values: readonly number[]): string {
  const total = values.reduce((sum, value) => sum + value, 0);
  const areShares = /%|percent/i.test(unit + name) || Math.abs(total - 100) < 1.5 || Math.abs(total - 1) < 0.015;
  if (values.length < 2 || areShares) return '';
  const written = labelIn(options['locale'] ?? 'en')(Number(total.toFixed(decimalsOf(values))));
  return `${unit || name}: ${written}`;
}

/** A part of the whole, from and to shares of it. */
interface Slice {
  name: string;
  share: string;
  start: number;
  end: number;
  colour: string;
  muted: boolean;
  bold: boolean;
}

/** A ring with its names. */
interface NamedRing {
  radius: number;
  middle: [x: number, y: number];
  width: number;
  markup: string[];
}

interface Room {
  width: number;
  height: number;
}

/** Names slices beside the ring, where they are. */
function namesAround(slices: readonly Slice[], { width: most, height }: Room): NamedRing {
  const size = most > WIDE ? LISTED : CHART_FONT_SIZE;
  const line = size + LINE_HEIGHT - CHART_FONT_SIZE;
  // Names and shares stand in one line where that leaves room for the ring.
  const room = most / 2 - Math.min(height / 2 - LINE_HEIGHT, ROOMY) - AWAY;
  const oneLine = slices.every(({ name, share }) => textWidth(`${name} ${share}`, { bold: true, size }) <= room);
  const labels = slices.map(({ name, share }) =>
    oneLine ? [`${name} ${share}`] : wrapLabel(name, Math.max(room, 90)).concat(share),
  );
  const outside = widest(labels.flat(), { bold: slices.some(({ bold }) => bold), size }) + AWAY;
  const radius = Math.max(LEAST, Math.min(height / 2 - line * 0.8, most / 2 - outside, MOST));
  const width = Math.max(2 * (radius + outside), most);
  const middle: NamedRing['middle'] = [width / 2, height / 2];
  const places = placePieLabels(
    slices.map(({ start, end }, index) => ({ middle: (start + end) / 2, rows: labels[index]?.length ?? 1 })),
    { radius: radius + AWAY, half: height / 2, line },
  );
  const markup = slices.flatMap(({ bold, muted }, index) => {
    const { x, y, align } = places[index] ?? { x: 0, y: 0, align: 'start' as const };
    const lines = labels[index] ?? [];
    return lines.map((text, row) =>
      labelMarkup({
        text,
        x: middle[0] + x,
        y: middle[1] + y + (row - (lines.length - 1) / 2) * line,
        align,
        bold,
        size,
        ...(muted && { ink: token('muted') }),
      }),
    );
  });
  return { radius, middle, width, markup };
}

/** Names slices in a list below the ring, with keys in their colours. */
function listBelow(slices: readonly Slice[], { width, height }: Room, rtl: boolean): NamedRing {
  const bold = slices.some((slice) => slice.bold);
  const [names, shares] = [slices.map(({ name }) => name), slices.map(({ share }) => share)];
  const [nameWidth, shareWidth] = [widest(names, { bold, size: LISTED }), widest(shares, { bold: true, size: LISTED })];
  const list = KEY + KEY_GAP + nameWidth + AWAY * 2 + shareWidth;
  const foot = slices.length * ROW;
  const radius = list > width ? 0 : Math.min((height - foot - ROW / 2) / 2, width / 2, LARGEST_ABOVE);
  const [left, top] = [(width - list) / 2, 2 * radius + ROW / 2];
  const across = (x: number): number => (rtl ? width - left - x : left + x);
  const markup = slices.flatMap(({ name, share, colour, muted, bold: strong }, row) => {
    const y = top + (row + 0.5) * ROW;
    const look = { size: LISTED, ...(muted && { ink: token('muted') }) };
    const x = across(0) - (rtl ? KEY : 0);
    return [
      tag('rect', { x, y: y - KEY / 2, width: KEY, height: KEY, rx: 3, fill: colour }),
      labelMarkup({ text: name, x: across(KEY + KEY_GAP), y, align: rtl ? 'end' : 'start', bold: strong, ...look }),
      labelMarkup({ text: share, x: across(list), y, align: rtl ? 'start' : 'end', bold: true, ...look }),
    ];
  });
  return { radius, middle: [width / 2, radius], width, markup };
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
