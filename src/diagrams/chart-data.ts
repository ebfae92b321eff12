import { didYouMean } from '../model/did-you-mean.ts';
import type { JsonPath, SpecProblem } from './schema-faults.ts';

type Part = Record<string, unknown>;
type Row = Part;

/** Transforms whose new columns are named by what is in the data. */
const UNKNOWN_COLUMNS = ['pivot', 'lookup', 'density', 'quantile', 'regression', 'loess', 'flatten'];

/** The columns that a part of a chart draws. */
interface Columns {
  rows: readonly Row[];
  /** Names that transforms make. */
  made: ReadonlySet<string>;
}

/**
 * Compares the channels of a chart with its data: a name that no column has, or figures and dates that are none, would be a
 * chart without marks, or with wrong ones.
 */
export function dataProblem(spec: Part): SpecProblem | undefined {
  return partProblem(spec, [], undefined);
}

function partProblem(part: Part, path: JsonPath, around: Columns | undefined): SpecProblem | undefined {
  const rows = 'data' in part ? rowsOf(part['data'], path) : around?.rows;
  if (rows && 'problem' in rows) return rows;
  if (!rows && !around && 'mark' in part && part['data'] === undefined) {
    return { problem: 'the chart has no data, expected data.values', path };
  }
  const made = madeBy(part['transform']);
  const columns = rows && made && { rows, made: new Set([...(around?.made ?? []), ...made]) };
  const { encoding, facet, spec } = part;
  const channels = columns ? [...channelsOf(encoding, [...path, 'encoding']), ...channelsOf({ facet }, path)] : [];
  for (const [channel, place] of channels) {
    const wrong = columns && channelProblem(channel, place, columns);
    if (wrong) return wrong;
  }
  const parts = ['layer', 'concat', 'hconcat', 'vconcat'].flatMap((key) =>
    Array.isArray(part[key])
      ? part[key].map((inner: Part, index): [Part, JsonPath] => [inner, [...path, key, index]])
      : [],
  );
  if (Array.isArray(part['layer']) && parts.length === 0)
    return { problem: 'layer is empty', path: [...path, 'layer'] };
  if (isPart(spec)) parts.push([spec, [...path, 'spec']]);
  for (const [inner, place] of parts) {
    const wrong = partProblem(inner, place, columns ?? { rows: [], made: new Set() });
    if (wrong) return wrong;
  }
  return undefined;
}

/** Returns rows that are in the specification as objects; `undefined` where they come from elsewhere. */
function rowsOf(data: unknown, path: JsonPath): readonly Row[] | SpecProblem | undefined {
  const values = isPart(data) ? data['values'] : undefined;
  if (!Array.isArray(values)) return undefined;
  if (values.length === 0)
    return { problem: 'the chart has no data: data.values is empty', path: [...path, 'data', 'values'] };
  return values.every(isPart) ? values : undefined;
}

/** Returns the columns that transforms make; `undefined` where they cannot be known. */
function madeBy(transforms: unknown): Set<string> | undefined {
  const made = new Set<string>();
  for (const transform of Array.isArray(transforms) ? transforms.filter(isPart) : []) {
    if (UNKNOWN_COLUMNS.some((name) => name in transform)) return undefined;
    if ('fold' in transform && transform['as'] === undefined) made.add('key').add('value');
    addNames(transform, made);
  }
  return made;
}

function addNames(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'as') for (const name of [inner].flat()) names.add(String(name));
    else addNames(inner, names);
  }
}

/** Channels, and those that hold where a condition does. */
function channelsOf(encoding: unknown, path: JsonPath): [Part, JsonPath][] {
  const found: [Part, JsonPath][] = [];
  const add = (channel: unknown, place: JsonPath): void => {
    if (Array.isArray(channel)) channel.forEach((one, index) => add(one, place.concat(index)));
    if (!isPart(channel)) return;
    found.push([channel, place]);
    add(channel['condition'], place.concat('condition'));
  };
  for (const [name, channel] of Object.entries(Object(encoding))) add(channel, path.concat(name));
  return found;
}

function channelProblem(channel: Part, path: JsonPath, { rows, made }: Columns): SpecProblem | undefined {
  const { field, aggregate } = channel;
  if (typeof field !== 'string' || rows.length === 0) return undefined;
  const [first = ''] = field.replace(/\\([.[\]])/g, '\0$1').split(/(?<!\0)[.[]/);
  const column = first.replaceAll('\0', '');
  if (made.has(column) || made.has(field)) return undefined;
  const columns = [...new Set(rows.slice(0, 1000).flatMap((row) => Object.keys(row)))];
  if (!columns.includes(column)) {
    return { problem: `no column “${field}”${didYouMean(field, columns)}`, path: [...path, 'field'] };
  }
  if (column !== field || aggregate === 'count' || aggregate === 'distinct' || aggregate === 'valid') return undefined;
  const values = rows.map((row) => row[column]);
  const problem = channel['type'] === 'temporal' ? timeProblem(values) : figureProblem(values, channel);
  return problem === undefined ? undefined : { problem: `column “${column}” ${problem}`, path: [...path, 'field'] };
}

function figureProblem(values: readonly unknown[], { type, scale, timeUnit }: Part): string | undefined {
  if (type !== 'quantitative' || timeUnit !== undefined) return undefined;
  const word = values.find((value) => typeof value === 'string' && value.trim() !== '' && Number.isNaN(Number(value)));
  if (word !== undefined)
    return `is not quantitative: “${String(word)}” is not a number; write figures as 1200 or 3.5, without quotes`;
  const kind = isPart(scale) ? scale['type'] : undefined;
  const low = kind === 'log' ? values.find((value) => value !== null && Number(value) <= 0) : undefined;
  return low === undefined
    ? undefined
    : `has ${String(low)}, which a log scale cannot show; use "symlog", or figures above 0`;
}

function timeProblem(values: readonly unknown[]): string | undefined {
  const word = values.find(
    // Days before months would be read as months before days.
    (value) =>
      typeof value === 'string' && (Number.isNaN(Date.parse(value)) || /^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(value)),
  );
  return word === undefined
    ? undefined
    : `is not temporal: “${String(word)}” is not a date, expected one such as 2026-01-31`;
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
