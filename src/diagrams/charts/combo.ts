import { line } from 'd3-shape';
import { bandsAcross, type Across } from './across.ts';
import {
  AXIS_GAP,
  axisRoom,
  baseline,
  heightOf,
  uprightAxis,
  withReferences,
  referenceStrokes,
  referenceLabels,
  referenceEnds,
} from './axes.ts';
import { markColour, seriesColour } from './colours.ts';
import { headerMarkup, headerOf, headGap } from './header.ts';
import { END_GAP, endLabels, framed, labelMarkup, type Frame } from './parts.ts';
import { areWhole, figure, type Plan } from './plan.ts';
import { figureScale, type FigureScale } from './scale.ts';
import { barShare } from './stacks.ts';
import { extent } from '../extent.ts';
import { tickLabels } from '../number-format.ts';
import { token } from '../palette.ts';
import { near, tag } from './svg-markup.ts';
import { widest } from './text-width.ts';

/** A line whose figures are this many times larger or smaller than those of bars has a scale of its own. */
const APART = 4;

/** Draws bars, and lines above them. A line of another size has its own axis at the right, with its name above it. */
export function drawCombo(plan: Plan): string {
  const { size, names, lineSeries } = plan;
  const [onLine, onBars] = [placesOf(plan, true), placesOf(plan, false)];
  const [bars, lines] = [valuesOf(plan, onBars), valuesOf(plan, onLine)];
  const own = isApart(bars, lines);
  const legend = [...onBars, ...onLine].map((place) => {
    return {
      name: names[place] ?? '',
      colour: seriesColour(plan, place),
      line: lineSeries.has(place),
      atEnd: own && lineSeries.has(place),
    };
  });
  const header = headerOf(plan, plan.unit, legend);
  const { min, max } = plan;
  const range = withReferences(plan, extent([0, ...bars, ...(own ? [] : lines)]));
  const scale = figureScale(range, { zero: true, whole: areWhole(bars), min, max });
  const second = own
    ? matching(figureScale(extent([0, ...lines]), { zero: true, whole: areWhole(lines) }), scale)
    : scale;
  const lang = plan.options['locale'] ?? 'en';
  const [ticks, ticksAtEnd] = [tickLabels(lang, scale.ticks), own ? tickLabels(lang, second.ticks) : []];
  const references = referenceLabels(plan, size.width * 0.24);
  const left = axisRoom(ticks);
  const words = widest(references.flatMap((one) => one.lines));
  const right = Math.max(axisRoom(ticksAtEnd), 4) + (words > 0 ? words + END_GAP : 0);
  const across = bandsAcross(plan, size.width - left - right);
  const frame: Frame = {
    left,
    right,
    top: header.height + headGap(header),
    bottom: across.below,
    width: size.width - left - right,
    height: 0,
  };
  frame.height = Math.max(60, size.height - frame.top - frame.bottom);
  return framed(frame, [
    ...headerMarkup(header, frame),
    ...uprightAxis(scale, ticks, frame),
    ...(own ? axisAtEnd(second, ticksAtEnd, frame) : []),
    ...onBars.flatMap((place, order) =>
      barsMarkup(plan, place, { across, scale, frame, order, beside: onBars.length }),
    ),
    baseline(scale, frame),
    ...referenceStrokes(plan, scale, frame),
    ...onLine.flatMap((place) =>
      lineMarkup(
        plan,
        place,
        (row) => across.at(row),
        (value) => heightOf(second, frame, value),
      ),
    ),
    ...across.labels(frame),
    ...endLabels(referenceEnds(references, scale, frame), { ...frame, width: frame.width + axisRoom(ticksAtEnd) }),
  ]);
}

interface BarPlace {
  across: Across;
  scale: FigureScale;
  frame: Frame;
  /** Place among the bars beside each other, and how many there are. */
  order: number;
  beside: number;
}

function barsMarkup(plan: Plan, place: number, { across, scale, frame, order, beside }: BarPlace): string[] {
  const band = across.step * barShare(across.step, beside);
  const [width, zero] = [band / beside, heightOf(scale, frame, 0)];
  return plan.table.rows.flatMap((cells, row) => {
    const value = figure(cells[plan.series[place] ?? 0]);
    if (value === null) return [];
    const x = across.at(row) - band / 2 + order * width;
    const y = heightOf(scale, frame, value);
    const [wide, down] = [near(beside > 1 ? width * 0.95 : width), near(Math.abs(zero - y))];
    const d = `M${near(x)},${near(Math.min(y, zero))}h${wide}v${down}h${-wide}Z`;
    return [tag('path', { d, fill: markColour(plan, place, row) })];
  });
}

/** Returns the places of series that are lines, or bars. */
function placesOf({ names, lineSeries }: Plan, line: boolean): number[] {
  return names.flatMap((_, place) => (lineSeries.has(place) === line ? [place] : []));
}

function valuesOf({ table, series }: Plan, places: readonly number[]): number[] {
  return table.rows.flatMap((cells) => places.flatMap((place) => figure(cells[series[place] ?? 0]) ?? []));
}

function isApart(bars: readonly number[], lines: readonly number[]): boolean {
  const [one, other] = [bars, lines].map((values) => Math.max(0, ...extent(values).map((end) => Math.abs(end))));
  return one !== undefined && other !== undefined && (one > other * APART || other > one * APART);
}

/** Gives a scale as many marks as another has, so that both share the lines across the plot. */
function matching(scale: FigureScale, other: FigureScale): FigureScale {
  const count = other.ticks.length;
  const least = other.domain[0] < 0 ? undefined : 0;
  if (least === undefined || scale.domain[0] < 0 || count < 2) return scale;
  const step = (scale.ticks[1] ?? 1) - (scale.ticks[0] ?? 0);
  const most = scale.domain[1];
  const factor = Math.ceil(most / (step * (count - 1)) - 1e-9);
  const ticks = Array.from({ length: count }, (_, index) =>
    Number((index * step * Math.max(1, factor)).toPrecision(12)),
  );
  const share = other.domain[1] / (other.ticks.at(-1) ?? other.domain[1]);
  return { ticks, domain: [0, (ticks.at(-1) ?? most) * share] };
}

function axisAtEnd(scale: FigureScale, labels: readonly string[], frame: Frame): string[] {
  return scale.ticks.map((tick, index) =>
    labelMarkup({
      text: labels[index] ?? '',
      x: frame.width + AXIS_GAP,
      y: heightOf(scale, frame, tick),
      ink: token('muted'),
    }),
  );
}

function lineMarkup(plan: Plan, place: number, x: (row: number) => number, y: (value: number) => number): string[] {
  const points = plan.table.rows.map((cells, row) => ({ row, value: figure(cells[plan.series[place] ?? 0]) }));
  const shape = line<(typeof points)[number]>()
    .defined(({ value }) => value !== null)
    .x(({ row }) => x(row))
    .y(({ value }) => y(value ?? 0))
    .digits(2);
  const colour = seriesColour(plan, place);
  const [d, ground] = [shape(points) ?? '', token('ground')];
  const plain = { d, fill: 'none', 'stroke-linejoin': 'round', 'stroke-linecap': 'round' };
  // A rim in the colour of the background separates the line from the bars behind it.
  return [
    tag('path', { ...plain, stroke: ground, 'stroke-width': 8 }),
    tag('path', { ...plain, stroke: colour, 'stroke-width': 4 }),
    ...points.flatMap(({ row, value }) =>
      value === null
        ? []
        : [tag('circle', { cx: x(row), cy: y(value), r: 6, fill: colour, stroke: ground, 'stroke-width': 2 })],
    ),
  ];
}
