import { bandsAcross, type Across } from './across.ts';
import { axisRoom, baseline, heightOf, referenceEnds, referenceLabels, referenceStrokes, uprightAxis } from './axes.ts';
import { inkOn, seriesColour } from './colours.ts';
import { figureWords, headerMarkup, headerOf, headGap, type LegendEntry } from './header.ts';
import { endLabels, endRoom, framed, labelMarkup, LINE_HEIGHT, type EndLabel, type Frame } from './parts.ts';
import type { Plan, Stack } from './plan.ts';
import type { FigureScale } from './scale.ts';
import { barScale, barShare, barsOf, barTicks, totals, type Bar } from './stacks.ts';
import { near, tag } from './svg-markup.ts';
import { widest, wrapLabel } from './text-width.ts';

/** More bars than this have an axis instead of figures. */
const FEW = 24;
/** px between the end of a bar and the middle of its figure. */
const AWAY = LINE_HEIGHT * 0.6;

/** Draws upright bars, beside each other or on each other. */
export function standingBars(plan: Plan): string {
  const { size, stack, series, names } = plan;
  const bars = barsOf(plan, stack);
  const beside = stack === 'none' ? series.length : 1;
  const legend: LegendEntry[] =
    beside > 1 ? names.map((name, place) => ({ name, colour: seriesColour(plan, place) })) : [];
  const header = headerOf(plan, stack === 'share' && !plan.unit ? '' : figureWords(plan), legend);
  const scale = barScale(plan, bars, false);
  const ends = stack === 'none' ? [] : stackEnds(plan, bars);
  const references = referenceLabels(plan, size.width * 0.24);
  const right = endRoom([...ends, ...references]) || 2;

  // Figures stand on bars where all of them have room; otherwise an axis says them.
  const across = bandsAcross(plan, size.width - right);
  const share = barShare(across.step, beside);
  const values = valuesShown(plan, bars, {
    slot: stack === 'none' ? across.step * (beside > 1 ? share / beside : 0.96) : across.step * share,
    beside,
  });
  const ticks = values ? [] : barTicks(plan, scale);
  const left = Math.max(axisRoom(ticks), 0);
  const laid = bandsAcross(plan, size.width - right - left);
  const before = Math.max(left, laid.before);
  const final = before > left ? bandsAcross(plan, size.width - right - before) : laid;
  const top = header.height + (values ? LINE_HEIGHT + (header.height > 0 ? 10 : 6) : headGap(header));
  const frame: Frame = {
    left: before,
    right,
    top,
    bottom: final.below + (values && bars.some(({ to }) => to < 0) ? LINE_HEIGHT : 0),
    width: size.width - right - before,
    height: 0,
  };
  frame.height = Math.max(60, size.height - frame.top - frame.bottom);
  const exact = values ? barScale(plan, bars, true) : scale;
  const place = placeOf(final, beside, frame, exact);
  return framed(frame, [
    ...headerMarkup(header, frame),
    ...(values ? [] : uprightAxis(exact, ticks, frame)),
    ...bars.map((bar) => barMarkup(place(bar), bar, stack)),
    ...(values ? valueLabels(plan, bars, place, (value) => heightOf(exact, frame, value)) : []),
    baseline(exact, frame),
    ...referenceStrokes(plan, exact, frame),
    ...final.labels(values && frame.bottom > final.below ? { ...frame, height: frame.height + LINE_HEIGHT } : frame),
    ...endLabels(
      [
        ...ends.map(({ lines, value, colour, bold }) => ({
          lines,
          at: heightOf(exact, frame, value),
          colour,
          bold,
          surface: true,
        })),
        ...referenceEnds(references, exact, frame),
      ],
      frame,
      final.at(plan.table.rows.length - 1) + (final.step * share) / 2,
    ),
  ]);
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
  // Parts of a stack are parted by the ground.
  const height = Math.max(0, bottom - top - (stack === 'none' ? 0 : 1.5));
  const y = value < 0 ? bottom - height : top;
  return tag('path', { d: `M${near(x)},${near(y)}h${near(width)}v${near(height)}h${near(-width)}Z`, fill: colour });
}

/** Writes figures above bars, or inside the parts of a stack with its sum above. */
function valueLabels(
  plan: Plan,
  bars: readonly Bar[],
  place: (bar: Bar) => Box,
  heightAt: (value: number) => number,
): string[] {
  const bold = ({ row, place: series }: Bar): boolean =>
    plan.highlight.rows.has(row) || plan.highlight.series.has(series);
  if (plan.stack === 'none') {
    return bars.map((bar) => {
      const { x, width, top, bottom } = place(bar);
      const outside = bar.value < 0 ? bottom + AWAY : top - AWAY;
      // A line of reference would strike its figure through: that stands in the bar then.
      const struck = plan.lines.some(({ value }) => Math.abs(heightAt(value) - outside) < AWAY * 0.9);
      const inside = struck && bottom - top > LINE_HEIGHT * 1.4;
      const y = inside ? (bar.value < 0 ? bottom - AWAY : top + AWAY) : outside;
      const ink = inside ? { ink: inkOn(bar.colour) } : {};
      return labelMarkup({ text: bar.label, x: x + width / 2, y, align: 'middle', bold: bold(bar), ...ink });
    });
  }
  const inside = bars.flatMap((bar) => {
    const { x, width, top, bottom } = place(bar);
    if (bottom - top < LINE_HEIGHT || widest([bar.label]) > width - 6) return [];
    const ink = inkOn(bar.colour);
    return [
      labelMarkup({ text: bar.label, x: x + width / 2, y: (top + bottom) / 2, align: 'middle', ink, bold: bold(bar) }),
    ];
  });
  const sums = totals(plan, bars).map(({ bar, text }) => {
    const { x, width, top } = place(bar);
    return labelMarkup({ text, x: x + width / 2, y: top - AWAY, align: 'middle', bold: true });
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
