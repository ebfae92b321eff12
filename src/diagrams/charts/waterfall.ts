import { bandsAcross } from './across.ts';
import { baseline, heightOf, referenceEnds, referenceLabels, referenceStrokes, withReferences } from './axes.ts';
import { MUTED, SERIES } from './colours.ts';
import { figureWords, headerMarkup, headerOf } from './header.ts';
import { END_GAP, endLabels, framed, labelMarkup, LINE_HEIGHT, strokeMarkup, type Frame } from './parts.ts';
import { areWhole, figure, figuresOf, type Plan } from './plan.ts';
import { figureScale } from './scale.ts';
import { barShare } from './stacks.ts';
import { extent } from '../extent.ts';
import { token } from '../palette.ts';
import { near, tag } from './svg-markup.ts';
import { widest } from './text-width.ts';

/** A step from one sum to the next, or a sum. */
export interface Step {
  row: number;
  from: number;
  to: number;
  total: boolean;
}

/** Draws how one sum becomes another: steps up and down, and sums where a row has no figure. The first row is a sum, too. */
export function drawWaterfall(plan: Plan): string {
  const { size, lines, highlight } = plan;
  const steps = stepsOf(plan);
  const header = headerOf(plan, figureWords(plan));
  const references = referenceLabels(plan, size.width * 0.24);
  const right = lines.length > 0 ? widest(references.flatMap((one) => one.lines)) + END_GAP : 2;
  const across = bandsAcross(plan, size.width - right - 2);
  const ends = steps.flatMap(({ from, to }) => [from, to]);
  const range = withReferences(plan, extent([0, ...ends]));
  const { min, max } = plan;
  const scale = figureScale(range, { zero: true, whole: areWhole(figuresOf(plan)), nice: false, min, max });
  const frame: Frame = {
    left: Math.max(2, across.before),
    right,
    top: header.height + LINE_HEIGHT + 12,
    bottom: across.below + (steps.some(({ to }) => to < 0) ? LINE_HEIGHT : 0),
    width: size.width - right - 2,
    height: 0,
  };
  frame.height = Math.max(60, size.height - frame.top - frame.bottom);
  const width = across.step * barShare(across.step, 1);
  const y = (value: number): number => heightOf(scale, frame, value);
  const bars = steps.flatMap((step) => {
    const { row, from, to, total } = step;
    const [x, top, bottom] = [across.at(row) - width / 2, Math.min(y(from), y(to)), Math.max(y(from), y(to))];
    const text = total ? plan.written(to) : signed(plan, to - from);
    const above = to >= from;
    return [
      tag('path', {
        d: `M${near(x)},${near(top)}h${near(width)}v${near(Math.max(1, bottom - top))}h${near(-width)}Z`,
        fill: colourOf(plan, step),
      }),
      labelMarkup({
        text,
        x: across.at(row),
        y: above ? top - LINE_HEIGHT * 0.6 : bottom + LINE_HEIGHT * 0.6,
        align: 'middle',
        bold: total || highlight.rows.has(row),
      }),
    ];
  });
  const links = steps.slice(0, -1).map(({ row, to }) => {
    const [from, next] = [across.at(row) + width / 2, across.at(row) + across.step - width / 2];
    return strokeMarkup({ from: [from, y(to)], to: [next, y(to)], colour: token('muted') });
  });
  const foot = frame.height + frame.bottom - across.below;
  return framed(frame, [
    ...headerMarkup(header, frame),
    ...links,
    ...bars,
    baseline(scale, frame),
    ...referenceStrokes(plan, scale, frame),
    ...across.labels({ ...frame, height: foot }),
    ...endLabels(referenceEnds(references, scale, frame), frame),
  ]);
}

/** Returns the steps of a waterfall, one for each row. */
export function stepsOf({ table, series: [column = 0] }: Plan): Step[] {
  let sum = 0;
  return table.rows.map((cells, row) => {
    const value = figure(cells[column]);
    const from = value === null || row === 0 ? 0 : sum;
    sum = Number((sum + (value ?? 0)).toPrecision(12));
    return { row, from, to: sum, total: value === null || row === 0 };
  });
}

/** Steps up and down have colours of their own, and signs before their figures; sums have that of text. */
function colourOf({ highlight: { rows } }: Plan, { row, from, to, total }: Step): string {
  if (rows.size > 0 && !rows.has(row)) return MUTED;
  if (total && rows.size === 0) return `color-mix(in oklab, ${token('muted')} 75%, ${token('ground')})`;
  return SERIES[!total && to < from ? 1 : 0] ?? '';
}

function signed({ written }: Plan, value: number): string {
  const figures = written(Number(value.toPrecision(12)));
  return value > 0 ? `+${figures}` : figures;
}
