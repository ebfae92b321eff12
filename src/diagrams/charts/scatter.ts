import { pointsAcross, type Across } from './across.ts';
import {
  AXIS_GAP,
  axisRoom,
  heightOf,
  lyingAxis,
  referenceEnds,
  referenceLabels,
  referenceStrokes,
  uprightAxis,
  withReferences,
} from './axes.ts';
import { MUTED, markColour, seriesColour } from './colours.ts';
import { headerMarkup, headerOf, headGap } from './header.ts';
import { END_GAP, endLabels, framed, labelMarkup, LINE_HEIGHT, type Frame, type Label } from './parts.ts';
import { areWhole, figure, figuresOf, type Plan } from './plan.ts';
import { along, figureScale } from './scale.ts';
import { extent } from '../extent.ts';
import { placeNames } from './place-names.ts';
import { tickLabels } from '../number-format.ts';
import { token } from '../palette.ts';
import { tag } from './svg-markup.ts';
import { widest } from './text-width.ts';
import { isNumeric } from '../table.ts';
import { isYears } from './across.ts';

/** px from the middle of a point to its edge. */
const RADIUS = 7;

interface Dot {
  row: number;
  place: number;
  x: number;
  y: number;
  colour: string;
}

/** Draws points by two figures each; with a column of words, each point has its name. */
export function drawScatter(plan: Plan): string {
  const { size, table, series, names, options, unit, across: column } = plan;
  const lang = options['locale'] ?? 'en';
  const legend = names.length > 1 ? names.map((name, place) => ({ name, colour: seriesColour(plan, place) })) : [];
  const [only = ''] = names;
  const header = headerOf(plan, unit || (names.length === 1 ? only : ''), legend);
  const range = withReferences(plan, extent(figuresOf(plan)));
  const { min, max } = plan;
  const scale = figureScale(range, { whole: areWhole(figuresOf(plan)), min, max });
  const ticks = tickLabels(lang, scale.ticks);
  const references = referenceLabels(plan, size.width * 0.24);
  const left = axisRoom(ticks);
  const right = references.length > 0 ? widest(references.flatMap(({ lines }) => lines)) + END_GAP : 16;
  const width = size.width - left - right;
  const figures = isNumeric(table, column);
  const xs = figures ? table.rows.flatMap((cells) => figure(cells[column]) ?? []) : [];
  const sideways = figureScale(extent(xs), { whole: areWhole(xs), count: Math.max(2, Math.floor(width / 110)) });
  const words: Across | undefined = figures ? undefined : pointsAcross(plan, width, left);
  const title = table.columns[column] ?? '';
  const frame: Frame = {
    left,
    right,
    top: header.height + headGap(header),
    bottom: figures ? AXIS_GAP + LINE_HEIGHT * 2 + 4 : (words?.below ?? 0),
    width,
    height: 0,
  };
  frame.height = Math.max(60, size.height - frame.top - frame.bottom);
  const dots = table.rows.flatMap((cells, row) =>
    series.flatMap((index, place): Dot[] => {
      const [x, y] = [figures ? figure(cells[column]) : 0, figure(cells[index])];
      if (x === null || y === null) return [];
      const left = words ? words.at(row) : along(sideways, width, x);
      return [{ row, place, x: left, y: heightOf(scale, frame, y), colour: markColour(plan, place, row) }];
    }),
  );
  const back = dots.toSorted((one, other) => Number(other.colour === MUTED) - Number(one.colour === MUTED));
  const below = isYears(table, column) ? sideways.ticks.map(String) : tickLabels(lang, sideways.ticks);
  const foot: Label = {
    text: title,
    x: width,
    y: frame.height + AXIS_GAP + LINE_HEIGHT * 1.6,
    align: 'end',
    ink: token('muted'),
  };
  return framed(frame, [
    ...headerMarkup(header, frame),
    ...uprightAxis(scale, ticks, frame),
    ...(figures ? [...lyingAxis(sideways, below, frame), labelMarkup(foot)] : (words?.labels(frame) ?? [])),
    ...referenceStrokes(plan, scale, frame),
    ...back.map(({ x, y, colour }) =>
      tag('circle', { cx: x, cy: y, r: RADIUS, fill: colour, stroke: token('ground'), 'stroke-width': 1.5 }),
    ),
    ...(plan.named ? nameLabels(plan, dots, frame) : []),
    ...endLabels(referenceEnds(references, scale, frame), frame),
  ]);
}

/** Names points, those that are highlighted first; a name that finds no place is left out. */
function nameLabels(plan: Plan, dots: readonly Dot[], { width, height }: Frame): string[] {
  const { rows } = plan.highlight;
  const order = dots.toSorted((one, other) => Number(rows.has(other.row)) - Number(rows.has(one.row)));
  const things = order.map(({ row, x, y }) => ({ text: plan.categories[row] ?? '', x, y, bold: rows.has(row) }));
  return placeNames(things, { width, height, radius: RADIUS }).map((label, index) => {
    const muted = rows.size > 0 && !things[index]?.bold;
    return label ? labelMarkup({ ...label, ...(muted && { ink: token('muted') }) }) : '';
  });
}
