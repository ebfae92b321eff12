import { labelMarkup, LINE_HEIGHT, strokeMarkup, type Frame } from './parts.ts';
import { AXIS_GAP } from './axes.ts';
import { areWhole, type Plan } from './plan.ts';
import { along, figureScale } from './scale.ts';
import { timeMarks } from './times.ts';
import { extent } from '../extent.ts';
import { labelIn } from '../number-format.ts';
import { token } from '../palette.ts';
import { isNumeric, type Table } from '../table.ts';
import { textWidth, widest, wrapLabel } from './text-width.ts';

/** The names or the scale along the lower edge of a plot. */
export interface Across {
  /** px from the left at which a row is. */
  at: (row: number) => number;
  /** px between neighbours. */
  step: number;
  /** px that labels take below the plot, and left of it. */
  below: number;
  before: number;
  labels: (frame: Frame) => string[];
}

/** A label of the axis, in one or more lines. */
interface Mark {
  at: number;
  lines: string[];
  bold?: boolean;
}

/** More dates than this are a scale of time; fewer are beside each other as they are written. */
const MANY_DATES = 14;
const DATE = /^\d{4}-\d{2}(?:-\d{2})?$/;

/** px of a chart that is high enough for the name of its lower axis. */
const TITLED = 240;
/** Degrees by which labels are turned that have no room beside each other, and the longest of them in px. */
const [TURN, LONGEST] = [40, 190];

/** Lays bars out: each entry has a part of the width. @param width - of the plot, in px */
export function bandsAcross(plan: Plan, width: number): Across {
  const names = [...new Set(plan.categories)];
  const places = new Map(names.map((name, place) => [name, place]));
  const step = width / Math.max(1, names.length);
  const middle = (place: number): number => (place + 0.5) * step;
  const marks = names.map((name, place): Mark => ({ at: middle(place), lines: [name], bold: isBold(plan, name) }));
  return {
    at: (row) => middle(places.get(plan.categories[row] ?? '') ?? 0),
    step,
    ...(isOrdered(plan) ? thinned(marks, step) : named(marks, step)),
  };
}

/** Tells whether names of bars have to be turned. @param width - of the plot, in px */
export function areCrowded(plan: Plan, width: number): boolean {
  const names = [...new Set(plan.categories)];
  return !isOrdered(plan) && linesIn(names, width / Math.max(1, names.length)) === undefined;
}

/** Lays points of a line out: by figures or dates where the column has them, otherwise beside each other. */
export function pointsAcross(plan: Plan, width: number, left: number): Across {
  const { table, x, categories, options } = plan;
  if (isNumeric(table, x)) {
    const values = table.rows.map((row) => Number(row[x]));
    const count = Math.max(2, Math.floor(width / 95));
    const scale = figureScale(extent(values), { whole: areWhole(values), nice: false, count });
    const write = isYears(table, x) ? String : labelIn(options['locale'] ?? 'en');
    const marks = scale.ticks.map((tick) => ({ at: along(scale, width, tick), lines: [write(tick)] }));
    const labels = thinned(marks, marks.length > 1 ? (marks[1]?.at ?? 0) - (marks[0]?.at ?? 0) : width);
    return {
      at: (row) => along(scale, width, values[row] ?? 0),
      step: width / Math.max(1, categories.length - 1),
      ...(isYears(table, x) ? labels : withTitle(labels, axisTitle(plan, width))),
    };
  }
  if (categories.length > MANY_DATES && categories.every((entry) => DATE.test(entry))) {
    const times = categories.map((entry) => Date.parse(entry));
    const [first, last] = extent(times);
    const at = (time: number): number => ((time - first) / Math.max(1, last - first)) * width;
    const marks = timeMarks([first, last], options['locale'] ?? 'en', Math.floor(width / 110));
    const labels = marks.map(({ time, lines }) => ({ at: at(time), lines }));
    return { at: (row) => at(times[row] ?? 0), step: width / categories.length, ...level(labels) };
  }
  const names = [...new Set(categories)];
  const places = new Map(names.map((name, place) => [name, place]));
  const [start, end] = [names[0] ?? '', names.at(-1) ?? ''].map((name) => Math.min(textWidth(name) / 2, width / 6));
  const [before, after] = [Math.max(9, (start ?? 0) - left + 4), Math.max(9, end ?? 0)];
  const step = (width - before - after) / Math.max(1, names.length - 1);
  const middle = (place: number): number => (names.length === 1 ? width / 2 : before + place * step);
  const marks = names.map((name, place): Mark => ({ at: middle(place), lines: [name], bold: isBold(plan, name) }));
  const isTight = names.length > 4 && (names.length > 8 ? widest(names) + 14 > step : !linesIn(names, step));
  return {
    at: (row) => middle(places.get(categories[row] ?? '') ?? 0),
    step,
    ...(isTight ? thinned(marks, step) : named(marks, step)),
  };
}

/** Tells whether figures are years, which have no marks between thousands. */
export function isYears({ rows }: Pick<Table, 'rows'>, column: number): boolean {
  return rows.every((row) => Number(row[column]) >= 1000 && Number(row[column]) < 3000);
}

/** Tells whether entries are figures or dates: some of them stand for all. */
function isOrdered({ table, x, categories }: Plan): boolean {
  return isNumeric(table, x) || categories.every((entry) => DATE.test(entry));
}

function isBold({ highlight, categories }: Plan, name: string): boolean {
  return [...highlight.rows].some((row) => categories[row] === name);
}

type Labels = Pick<Across, 'below' | 'before' | 'labels'>;

/** Labels in as many lines as they need, turned where three are not enough. */
function named(marks: readonly Mark[], step: number): Labels {
  const lines = linesIn(
    marks.map((mark) => mark.lines.join(' ')),
    step,
  );
  if (!lines) return turned(marks, step);
  return level(marks.map(({ at, bold }, place) => ({ at, lines: lines[place] ?? [], ...(bold && { bold }) })));
}

/** Breaks names into up to three lines; `undefined` where one of them has no room. */
function linesIn(names: readonly string[], step: number): string[][] | undefined {
  const wrapped = names.map((name) => wrapLabel(name, step - 10));
  return wrapped.every((lines) => lines.length <= 3 && widest(lines) <= step) ? wrapped : undefined;
}

/** Leaves labels out where they would touch. */
function thinned(marks: readonly Mark[], step: number): Labels {
  const each = Math.max(1, Math.ceil((widest(marks.flatMap(({ lines }) => lines)) + 14) / Math.max(1, step)));
  return level(marks.filter((_, place) => place % each === 0));
}

/** Returns what figures below a plot are, unless the chart says it already. */
function axisTitle({ table, x, unit, size }: Plan, width: number): string {
  const title = table.columns[x] ?? '';
  const said = unit.toLowerCase().includes(title.toLowerCase());
  return said || size.height < TITLED || textWidth(title) > width ? '' : title;
}

function withTitle({ below, labels, ...others }: Labels, title: string): Labels {
  if (!title) return { below, labels, ...others };
  const y = below + LINE_HEIGHT / 2 + 2;
  return {
    ...others,
    below: below + LINE_HEIGHT + 4,
    labels: (frame) => [
      ...labels(frame),
      labelMarkup({ text: title, x: frame.width, y: frame.height + y, align: 'end', ink: token('muted') }),
    ],
  };
}

function level(marks: readonly Mark[]): Labels {
  const [, rows] = extent([1, ...marks.map(({ lines }) => lines.length)]);
  return {
    below: AXIS_GAP + rows * LINE_HEIGHT,
    before: Math.max(0, ...marks.slice(0, 1).map(({ at, lines }) => widest(lines) / 2 - at)),
    labels: ({ height }) =>
      marks.flatMap(({ at, lines, bold }) =>
        lines.map((text, row) => {
          const y = height + AXIS_GAP + (row + 0.5) * LINE_HEIGHT;
          return labelMarkup({ text, x: at, y, align: 'middle', bold });
        }),
      ),
  };
}

function turned(marks: readonly Mark[], step: number): Labels {
  const each = Math.max(1, Math.ceil((LINE_HEIGHT * 1.15) / step));
  const shown = marks
    .filter((_, place) => place % each === 0)
    .map(({ at, lines, bold }) => ({ at, text: shortened(lines.join(' '), LONGEST), bold }));
  const radians = (TURN / 180) * Math.PI;
  const longest = widest(shown.map(({ text }) => text));
  return {
    below: AXIS_GAP + longest * Math.sin(radians) + LINE_HEIGHT,
    before: Math.max(0, ...shown.map(({ at, text }) => textWidth(text) * Math.cos(radians) - at)),
    labels: ({ height }) =>
      shown.map(({ at, text, bold }) =>
        labelMarkup({ text, x: at + 4, y: height + AXIS_GAP + 6, align: 'end', angle: -TURN, bold }),
      ),
  };
}

/** Ends a label with … where it is longer than there is room for. */
export function shortened(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** Draws small marks where entries are, as below lines without bars. */
export function tickStrokes(places: readonly number[], { height }: Frame): string[] {
  return places.map((x) => strokeMarkup({ from: [x, height], to: [x, height + 6], colour: token('line') }));
}
