import { shortened } from './across.ts';
import { AXIS_GAP, baseline, lyingAxis, uprightReferences } from './axes.ts';
import { inkOn, seriesColour } from './colours.ts';
import { figureWords, headerMarkup, headerOf, type LegendEntry } from './header.ts';
import { framed, labelMarkup, LINE_HEIGHT, type Frame } from './parts.ts';
import type { Plan } from './plan.ts';
import { along, turned, type FigureScale } from './scale.ts';
import { barScale, barShare, barsOf, barTicks, totals, type Bar } from './stacks.ts';
import { near, tag } from './svg-markup.ts';
import { textWidth, widest, wrapLabel } from './text-width.ts';

/** px that a lying bar is high at most, and that one with its figure beside it needs. */
const [THICKEST, THINNEST] = [72, 21];
/** px between a bar and its figure. */
const VALUE_GAP = 8;

/** Draws bars that lie, from the side where the language begins. */
export function lyingBars(plan: Plan): string {
  const { size, stack, series, names } = plan;
  const bars = barsOf(plan, stack);
  const legend: LegendEntry[] =
    series.length > 1 ? names.map((name, place) => ({ name, colour: seriesColour(plan, place) })) : [];
  const header = headerOf(plan, stack === 'share' && !plan.unit ? '' : figureWords(plan), legend);
  const categories = [...new Set(plan.categories)];
  const beside = stack === 'none' ? series.length : 1;
  const top = header.height + (plan.lines.length > 0 ? LINE_HEIGHT + 8 : 4);
  const room = Math.max(60, size.height - top - 6);
  const step = room / Math.max(1, categories.length);
  const share = barShare(step, beside, THICKEST);
  const values = plan.values ?? (step * share) / beside >= THINNEST;
  const entries = nameLines(categories, size.width, step);
  const left = widest(entries.flat(), { bold: true }) + AXIS_GAP + 4;
  const sums = totals(plan, bars);
  const written = stack === 'none' ? bars.map(({ label }) => label) : sums.map(({ text }) => text);
  const below = values && stack === 'none' && bars.some(({ value }) => value < 0);
  const beyond = values && written.length > 0 ? widest(written, { bold: true }) + VALUE_GAP + 4 : 12;
  const [nameRoom, figureRoom] = [left + (below ? beyond : 0), beyond];
  const [start, end] = header.rtl ? [figureRoom, nameRoom] : [nameRoom, figureRoom];
  const frame: Frame = { left: start, right: end, top, bottom: 6, width: 0, height: room };
  if (!values) frame.bottom = AXIS_GAP + LINE_HEIGHT;
  frame.height = Math.max(60, size.height - frame.top - frame.bottom);
  frame.width = Math.max(60, size.width - frame.left - frame.right);
  const upward = barScale(plan, bars, values);
  const scale = header.rtl ? turned(upward) : upward;
  const laid: Laid = {
    plan,
    frame,
    scale,
    rtl: header.rtl,
    beside,
    categories,
    step: frame.height / Math.max(1, categories.length),
  };
  return framed(frame, [
    ...headerMarkup(header, frame),
    ...(values ? [] : lyingAxis(scale, barTicks(plan, scale), frame)),
    ...bars.map((bar) => barMarkup(laid, bar)),
    ...(values ? valueLabels(laid, bars) : []),
    baseline(scale, frame, true),
    ...uprightReferences(plan, scale, frame),
    ...nameLabels(laid, entries, below ? beyond : 0),
  ]);
}

/** Shares of a chart's width that names have beside bars: where they are in several lines, and where one line is enough. */
const [NAMES, LONG_NAMES] = [0.36, 0.46];

/** Breaks names into the lines that there is room for beside each bar. @param width - of the chart */
function nameLines(names: readonly string[], width: number, step: number): string[][] {
  const rows = Math.max(1, Math.floor((step * 1.06) / LINE_HEIGHT));
  const longest = widest(names, { bold: true });
  const most = longest <= width * LONG_NAMES ? longest : width * (rows > 1 ? NAMES : LONG_NAMES);
  return names.map((name) => {
    const lines = wrapLabel(name, most);
    const shown = lines.slice(0, rows);
    if (lines.length > rows) shown[rows - 1] = lines.slice(rows - 1).join(' ');
    return shown.map((line) => shortened(line, most * 1.05));
  });
}

interface Laid {
  plan: Plan;
  /** Bars begin at the right. */
  rtl: boolean;
  frame: Frame;
  scale: FigureScale;
  beside: number;
  categories: readonly string[];
  step: number;
}

interface Box {
  left: number;
  right: number;
  top: number;
  height: number;
}

function boxOf({ plan, frame, scale, beside, categories, step }: Laid, { row, place, from, to }: Bar): Box {
  const band = step * barShare(step, beside, THICKEST);
  const middle = (categories.indexOf(plan.categories[row] ?? '') + 0.5) * step;
  const height = band / beside;
  const [one, other] = [along(scale, frame.width, from), along(scale, frame.width, to)];
  return {
    left: Math.min(one, other),
    right: Math.max(one, other),
    top: middle - band / 2 + (beside > 1 ? place * height : 0),
    height: beside > 1 ? height - Math.min(2, height * 0.08) : height,
  };
}

function barMarkup(laid: Laid, bar: Bar): string {
  const { left, right, top, height } = boxOf(laid, bar);
  const width = Math.max(0, right - left - (laid.plan.stack === 'none' ? 0 : 1.5));
  return tag('path', {
    d: `M${near(left)},${near(top)}h${near(width)}v${near(height)}h${near(-width)}Z`,
    fill: bar.colour,
  });
}

function valueLabels(laid: Laid, bars: readonly Bar[]): string[] {
  const { plan, frame, scale, rtl } = laid;
  const bold = ({ row, place }: Bar): boolean => plan.highlight.rows.has(row) || plan.highlight.series.has(place);
  if (plan.stack === 'none') {
    return bars.map((bar) => {
      const { left, right, top, height } = boxOf(laid, bar);
      const below = bar.value < 0 !== rtl;
      const length = textWidth(bar.label, { bold: bold(bar) });
      const outside = below ? left - VALUE_GAP : right + VALUE_GAP;
      // A line of reference would strike its figure through: that stands in the bar then.
      const struck = plan.lines.some(({ value }) => {
        const at = along(scale, frame.width, value) - outside;
        return below ? at > -length - 4 && at < 4 : at > -4 && at < length + 4;
      });
      const inside = struck && right - left > length + 2 * VALUE_GAP;
      const x = inside ? outside + (below ? 2 : -2) * VALUE_GAP : outside;
      const align = below === inside ? 'start' : 'end';
      const ink = inside ? { ink: inkOn(bar.colour) } : {};
      return labelMarkup({ text: bar.label, x, y: top + height / 2, align, bold: bold(bar), ...ink });
    });
  }
  const inside = bars.flatMap((bar) => {
    const { left, right, top, height } = boxOf(laid, bar);
    if (textWidth(bar.label) > right - left - 8) return [];
    const [x, y] = [(left + right) / 2, top + height / 2];
    return [labelMarkup({ text: bar.label, x, y, align: 'middle', ink: inkOn(bar.colour), bold: bold(bar) })];
  });
  const sums = totals(plan, bars).map(({ bar, text }) => {
    const { left, right, top, height } = boxOf(laid, bar);
    const [x, align] = rtl ? [left - VALUE_GAP, 'end' as const] : [right + VALUE_GAP, 'start' as const];
    return labelMarkup({ text, x, y: top + height / 2, align, bold: true });
  });
  return [...inside, ...sums];
}

/** Names bars where they begin; where they are very low, some names stand for all. @param away - px that figures need there */
function nameLabels(
  { plan, step, categories, frame, rtl }: Laid,
  entries: readonly string[][],
  away: number,
): string[] {
  const x = rtl ? frame.width + away + AXIS_GAP : -away - AXIS_GAP;
  const each = Math.max(1, Math.ceil(LINE_HEIGHT / step));
  return entries.flatMap((lines, index) => {
    if (index % each > 0) return [];
    const bold = [...plan.highlight.rows].some((row) => plan.categories[row] === categories[index]);
    return lines.map((text, row) => {
      const y = (index + 0.5) * step + (row - (lines.length - 1) / 2) * LINE_HEIGHT;
      return labelMarkup({ text, x, y, align: rtl ? 'start' : 'end', bold });
    });
  });
}
