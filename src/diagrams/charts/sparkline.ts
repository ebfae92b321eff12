import { area, line } from 'd3-shape';
import { shortened } from './across.ts';
import { seriesColour } from './colours.ts';
import { headerMarkup, headerOf } from './header.ts';
import { framed, labelMarkup, type Frame } from './parts.ts';
import { figure, type Plan } from './plan.ts';
import { extent } from '../extent.ts';
import { tag } from './svg-markup.ts';
import { textWidth, widest } from './text-width.ts';

/** px of a row, and of its line. */
const [ROW, LINE] = [66, 44];
const GAP = 18;
/** px of the last figure. */
const FIGURE = 26;

/** Draws a small line for each series, with its name and its last figure, and no axes. */
export function drawSparklines(plan: Plan): string {
  const { size, table, series, names, written } = plan;
  const header = headerOf(plan, plan.unit);
  const columnOf = (index: number): (number | null)[] => table.rows.map((cells) => figure(cells[index]));
  const rows = series.map(columnOf);
  const last = rows.map((values) => values.findLast((value) => value !== null) ?? null);
  const labels = last.map((value, place) => (value === null ? '' : written(value, place)));
  const titles = names.map((name) => shortened(name, size.width * 0.4));
  const [before, after] = [
    widest(titles, { bold: true }),
    Math.max(...labels.map((text) => textWidth(text, { size: FIGURE, bold: true }))),
  ];
  const frame: Frame = {
    left: before + GAP,
    right: after + GAP,
    top: header.height,
    bottom: 2,
    width: Math.max(60, size.width - before - after - 2 * GAP),
    height: rows.length * ROW,
  };
  const named = rows.flatMap((_, place) => {
    const y = (place + 0.5) * ROW;
    const bold = plan.highlight.series.has(place);
    return [
      labelMarkup({ text: titles[place] ?? '', x: -GAP, y, align: 'end', bold }),
      labelMarkup({ text: labels[place] ?? '', x: frame.width + GAP, y, bold: true, size: FIGURE }),
    ];
  });
  const lines = rows.flatMap((values, place) => {
    const colour = seriesColour(plan, plan.highlight.series.size > 0 ? place : 0);
    return sparkline(values, { width: frame.width, middle: (place + 0.5) * ROW, colour });
  });
  return framed(frame, [...headerMarkup(header, frame), ...lines, ...named]);
}

function sparkline(
  values: readonly (number | null)[],
  { width, middle, colour }: { width: number; middle: number; colour: string },
): string[] {
  const [least, most] = extent(values.flatMap((value) => value ?? []));
  const points = values.map((value, index) => ({ value, index }));
  type Point = (typeof points)[number];
  const is = ({ value }: Point): boolean => value !== null;
  const x = ({ index }: Point): number => 6 + (index / Math.max(1, values.length - 1)) * (width - 12);
  const y = ({ value }: Point): number => {
    return middle + LINE / 2 - (((value ?? 0) - least) / (most - least || 1)) * LINE;
  };
  const foot = middle + LINE / 2;
  const shade = area<Point>().defined(is).x(x).y0(foot).y1(y).digits(2)(points) ?? '';
  const stroke = line<Point>().defined(is).x(x).y(y).digits(2)(points) ?? '';
  const end = points.findLast(is);
  return [
    tag('path', { d: shade, fill: colour, 'fill-opacity': 0.14 }),
    tag('path', { d: stroke, fill: 'none', stroke: colour, 'stroke-width': 3, 'stroke-linejoin': 'round' }),
    ...(end ? [tag('circle', { cx: x(end), cy: y(end), r: 5.5, fill: colour })] : []),
  ];
}
