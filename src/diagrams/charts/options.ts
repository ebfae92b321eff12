import type { DrawingProblem } from '../../model/drawing.ts';
import { didYouMean, nearestName } from '../../model/did-you-mean.ts';
import { plainWord, toNumber } from '../table.ts';

/** More names than this are not listed in a message. */
const FEW_NAMES = 10;

/** A line across a chart, such as a target. */
interface ReferenceLine {
  /** The name of it. */
  label: string;
  value: number;
}

/** Options of a chart that speak about its figures. */
export interface ChartOptions {
  /** Series and rows that stand out, by their places. */
  highlight: { series: ReadonlySet<number>; rows: ReadonlySet<number>; names: string[] };
  min: number | undefined;
  max: number | undefined;
  lines: ReferenceLine[];
  /** Whether figures are written on the marks; `undefined` where the chart decides. */
  values: boolean | undefined;
  unit: string;
}

/** Reads options of a chart; a name or figure that cannot be meant is a problem. */
export function readOptions(
  options: Readonly<Record<string, string>>,
  { names, categories }: { names: readonly string[]; categories: readonly string[] },
): ChartOptions | DrawingProblem {
  const highlight = highlightOf(options['highlight'] ?? '', names, categories);
  if ('problem' in highlight) return highlight;
  const lines = linesOf(options['line'] ?? '');
  if ('problem' in lines) return lines;
  const [min, max] = [options['min'], options['max']].map(figureOf);
  for (const [name, value] of [
    ['min', min],
    ['max', max],
  ] as const) {
    if (Number.isNaN(value)) return { problem: `${name}=“${options[name]}” is not a number` };
  }
  if (min !== undefined && max !== undefined && min >= max) {
    return { problem: `min=“${options['min']}” is not below max=“${options['max']}”` };
  }
  const { values } = options;
  return {
    highlight,
    lines,
    min,
    max,
    values: values === undefined ? undefined : values !== 'false',
    unit: plainWord(options['unit'] ?? ''),
  };
}

/** Returns a figure as it is written with a point or a comma. */
function figureOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = toNumber(text);
  return Number.isNaN(value) ? toNumber(text, ',') : value;
}

/** Reads `Target: 80`, or several of them with `;` between. */
function linesOf(text: string): ReferenceLine[] | DrawingProblem {
  const lines: ReferenceLine[] = [];
  for (const part of text
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [, label = '', written = ''] = /^(?:(.*):)?\s*(.+)$/.exec(part) ?? [];
    const value = figureOf(/^[-+−]?[\d.,\s’']*\d/.exec(written)?.[0] ?? '') ?? Number.NaN;
    if (Number.isNaN(value)) return { problem: `line=“${part}” has no number, expected one as in “Target: 80”` };
    lines.push({ label: [label.trim(), written.trim()].filter(Boolean).join(' '), value });
  }
  return lines;
}

function highlightOf(
  text: string,
  names: readonly string[],
  categories: readonly string[],
): ChartOptions['highlight'] | DrawingProblem {
  const [series, rows] = [new Set<number>(), new Set<number>()];
  const all = [...names, ...categories];
  const whole = plainWord(text.trim());
  const wanted = all.includes(whole)
    ? [whole]
    : text
        .split(/[,;]/)
        .map((name) => plainWord(name.trim()))
        .filter(Boolean);
  for (const name of wanted) {
    const found = places(names, name);
    const inRows = found.length > 0 ? [] : places(categories, name);
    if (found.length + inRows.length === 0) {
      return { problem: `no series or row “${name}” to highlight${suggestion(name, all)}` };
    }
    for (const place of found) series.add(place);
    for (const place of inRows) rows.add(place);
  }
  return { series, rows, names: wanted };
}

/** Says what may be meant by a name; all names only where they are few. */
function suggestion(name: string, all: readonly string[]): string {
  const names = [...new Set(all)];
  const near = nearestName(name, names);
  return near !== undefined || names.length <= FEW_NAMES ? didYouMean(name, names) : '';
}

/** Returns where a name is, however it is written. */
function places(names: readonly string[], name: string): number[] {
  const plain = name.toLowerCase();
  return names.flatMap((other, place) => (other.toLowerCase() === plain ? [place] : []));
}
