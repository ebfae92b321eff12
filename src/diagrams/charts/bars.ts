import { bandsAcross, type Across } from './across.ts';
import { axisRoom, baseline, heightOf, referenceEnds, referenceLabels, referenceStrokes, uprightAxis } from './axes.ts';
import { boxOf } from './clear-places.ts';
import { inkOn, seriesColour } from './colours.ts';
import { figureWords, headerMarkup, headerOf, headGap, type Header, type LegendEntry } from './header.ts';
import {
  endLabels,
  endRoom,
  framed,
  labelMarkup,
  LINE_HEIGHT,
  type EndLabel,
  type Frame,
  type Label,
} from './parts.ts';
import type { Plan, Stack } from './plan.ts';
import { referencesInside } from './reference-places.ts';
import type { FigureScale } from './scale.ts';
import { barScale, barShare, barsOf, barTicks, totals, type Bar } from './stacks.ts';
import { near, tag } from './svg-markup.ts';
import { widest, wrapLabel } from './text-width.ts';

/** More bars than this have an axis instead of figures. */
const FEW = 24;
/** px between the end of a bar and the middle of its figure. */
const AWAY = LINE_HEIGHT * 0.6;

/** Upright bars, and what is around them, without their places yet. */
interface Standing {
  plan: Plan;
  bars: Bar[];
  beside: number;
  header: Header;
  /** Names of the parts of the last stack. */
  ends: ReturnType<typeof stackEnds>;
}

/** Bars with their places in px. */
interface Laid {
  frame: Frame;
  scale: FigureScale;
  /** Labels of the axis; none where figures are on bars. */
  ticks: string[];
  values: boolean;
  across: Across;
  /** The share of its place that a bar, or a group of them, takes. */
  share: number;
  place: (bar: Bar) => Box;
}

/** Draws upright bars, beside each other or on each other. */
export function standingBars(plan: Plan): string {
  const { size, stack, series, names } = plan;
  const bars = barsOf(plan, stack);
  const beside = stack === 'none' ? series.length : 1;
  const legend: LegendEntry[] =
    beside > 1 ? names.map((name, place) => ({ name, colour: seriesColour(plan, place) })) : [];
  const header = headerOf(plan, stack === 'share' && !plan.unit ? '' : figureWords(plan), legend);
  const ends = stack === 'none' ? [] : stackEnds(plan, bars);
  const standing = { plan, bars, beside, header, ends };
  // Labels of lines of reference stand in the plot where nothing is in their way, otherwise beside it.
  const within = layOut(standing, ends);
  const inside = referencesInBars(standing, within);
  const references = inside ? [] : referenceLabels(plan, size.width * 0.24);
  const laid = inside ? within : layOut(standing, [...ends, ...references]);
  const { frame, scale, ticks, values, across, place } = laid;
  const below = values && frame.bottom > across.below ? { ...frame, height: frame.height + LINE_HEIGHT } : frame;
  return framed(frame, [
    ...headerMarkup(header, frame),
    ...(values ? [] : uprightAxis(scale, ticks, frame)),
    ...bars.map((bar) => barMarkup(place(bar), bar, stack)),
    ...(values ? valueLabels(standing, laid).map(labelMarkup) : []),
    baseline(scale, frame),
    ...referenceStrokes(plan, scale, frame),
    ...(inside ?? []).map(labelMarkup),
    ...across.labels(below),
    ...endLabels(
      [
        ...ends.map(({ lines, value, colour, bold, surface }) => {
          return { lines, at: heightOf(scale, frame, value), colour, bold, surface };
        }),
        ...referenceEnds(references, scale, frame),
      ],
      frame,
      across.at(plan.table.rows.length - 1) + (across.step * laid.share) / 2,
    ),
  ]);
}

/** Shares the room of the chart among its plot and what is around it. @param labels - at the right of the plot */
function layOut(standing: Standing, labels: readonly Pick<EndLabel, 'lines' | 'surface'>[]): Laid {
  const { plan, bars, beside, header } = standing;
  const { size, stack } = plan;
  const right = endRoom(labels) || 2;
  // Figures stand on bars where all of them have room; otherwise an axis says them.
  const first = bandsAcross(plan, size.width - right);
  const share = barShare(first.step, beside);
  const values = valuesShown(plan, bars, {
    slot: stack === 'none' ? first.step * (beside > 1 ? share / beside : 0.96) : first.step * share,
    beside,
  });
  const scale = barScale(plan, bars, values);
  const ticks = values ? [] : barTicks(plan, scale);
  const left = axisRoom(ticks);
  const narrower = bandsAcross(plan, size.width - right - left);
  const before = Math.max(left, narrower.before);
  const across = before > left ? bandsAcross(plan, size.width - right - before) : narrower;
  const top = header.height + (values ? LINE_HEIGHT + (header.height > 0 ? 10 : 6) : headGap(header));
  const bottom = across.below + (values && bars.some(({ to }) => to < 0) ? LINE_HEIGHT : 0);
  const height = Math.max(60, size.height - top - bottom);
  const frame: Frame = { left: before, right, top, bottom, width: size.width - right - before, height };
  const place = placeOf(across, beside, frame, scale);
  return { frame, scale, ticks, values, across, share: barShare(across.step, beside), place };
}

/** Places labels of lines of reference between the bars and their figures. */
function referencesInBars(standing: Standing, laid: Laid): Label[] | undefined {
  const { bars, header, plan } = standing;
  const { frame, scale, values, place } = laid;
  const boxes = bars.map((bar) => {
    const { x, width, top, bottom } = place(bar);
    return { left: x, right: x + width, top, bottom };
  });
  const figures = values ? valueLabels(standing, laid).map(boxOf) : [];
  const above = values ? frame.top - header.height - LINE_HEIGHT / 2 : LINE_HEIGHT / 2;
  return referencesInside({ plan, frame, scale, above }, [...boxes, ...figures]);
}

/** Tells whether figures are written on bars: as the author wishes, or where all have room. */
function valuesShown(plan: Plan, bars: readonly Bar[], { slot, beside }: { slot: number; beside: number }): boolean {
  if (plan.values !== undefined) return plan.values;
  const labels =
    beside > 1 || plan.stack === 'none' ? bars.map(({ label }) => label) : totals(plan, bars).map(({ text }) => text);
  return bars.length > 0 && bars.length <= FEW && widest(labels, { bold: true }) <= slot;
}

interface Box {
  x: number;
  width: number;
  top: number;
  bottom: number;
}

function placeOf(across: Across, beside: number, frame: Frame, scale: FigureScale): (bar: Bar) => Box {
  const band = across.step * barShare(across.step, beside);
  const width = band / beside;
  return ({ row, place, from, to }) => {
    const x = across.at(row) - band / 2 + (beside > 1 ? place * width : 0);
    const [one, other] = [heightOf(scale, frame, from), heightOf(scale, frame, to)];
    return {
      x,
      width: beside > 1 ? width - Math.min(3, width * 0.08) : width,
      top: Math.min(one, other),
      bottom: Math.max(one, other),
    };
  };
}

function barMarkup({ x, width, top, bottom }: Box, { colour, value }: Bar, stack: Stack): string {
  // The background separates the parts of a stack.
  const height = Math.max(0, bottom - top - (stack === 'none' ? 0 : 1.5));
  const y = value < 0 ? bottom - height : top;
  return tag('path', { d: `M${near(x)},${near(y)}h${near(width)}v${near(height)}h${near(-width)}Z`, fill: colour });
}

/** Returns figures above bars, or inside the parts of a stack with its sum above. */
function valueLabels({ plan, bars }: Standing, { frame, scale, place }: Laid): Label[] {
  const bold = ({ row, place: series }: Bar): boolean =>
    plan.highlight.rows.has(row) || plan.highlight.series.has(series);
  if (plan.stack === 'none') {
    return bars.map((bar): Label => {
      const { x, width, top, bottom } = place(bar);
      const outside = bar.value < 0 ? bottom + AWAY : top - AWAY;
      // A line of reference would strike its figure through: that stands in the bar then.
      const struck = plan.lines.some(({ value }) => Math.abs(heightOf(scale, frame, value) - outside) < AWAY * 0.9);
      const inside = struck && bottom - top > LINE_HEIGHT * 1.4;
      const y = inside ? (bar.value < 0 ? bottom - AWAY : top + AWAY) : outside;
      const ink = inside ? { ink: inkOn(bar.colour) } : {};
      return { text: bar.label, x: x + width / 2, y, align: 'middle', bold: bold(bar), ...ink };
    });
  }
  const inside = bars.flatMap((bar): Label[] => {
    const { x, width, top, bottom } = place(bar);
    if (bottom - top < LINE_HEIGHT || widest([bar.label]) > width - 6) return [];
    const ink = inkOn(bar.colour);
    return [{ text: bar.label, x: x + width / 2, y: (top + bottom) / 2, align: 'middle', ink, bold: bold(bar) }];
  });
  const sums = totals(plan, bars).map(({ bar, text }): Label => {
    const { x, width, top } = place(bar);
    // A sum that a line of reference would strike through stands above that.
    const lines = plan.lines.map(({ value }) => heightOf(scale, frame, value));
    const y = Math.min(top, ...lines.filter((line) => Math.abs(line - (top - AWAY)) < AWAY * 0.9)) - AWAY;
    return { text, x: x + width / 2, y, align: 'middle', bold: true };
  });
  return [...inside, ...sums];
}

/** Names the parts of the last stack, at their middles. */
function stackEnds(plan: Plan, bars: readonly Bar[]): (Omit<EndLabel, 'at'> & { value: number })[] {
  const { names, size, table, highlight } = plan;
  const last = bars.filter(({ row }) => row === table.rows.length - 1);
  return names.map((name, place) => {
    const part = last.find((bar) => bar.place === place);
    const value = part ? (part.from + part.to) / 2 : 0;
    const lines = wrapLabel(name, size.width * 0.24);
    return { lines, value, colour: seriesColour(plan, place), bold: highlight.series.has(place), surface: true };
  });
}
