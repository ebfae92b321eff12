import type { ChartSpec } from './chart-spec.ts';

/** px beside each view for its axis. */
const AXIS = 64;
/** px, at least: a smaller view shows nothing. */
const LEAST = 60;

/**
 * Shares the room of a chart among the views that a specification puts beside and below each other: Vega-Lite would give each of
 * them all of it.
 *
 * @returns the size for the specification, or for the configuration of views where there are several.
 */
export function roomFor(
  spec: ChartSpec,
  size: { width: number; height: number },
): { size: { width?: number; height?: number }; view: object } {
  const [columns, rows] = viewsIn(spec);
  if (columns === 0) return { size, view: {} };
  const width = Math.max(LEAST, Math.round(size.width / columns - AXIS));
  const height = Math.max(LEAST, Math.round(size.height / rows - AXIS));
  const view = { continuousWidth: width, discreteWidth: width, continuousHeight: height, discreteHeight: height };
  return { size: {}, view };
}

/** Counts views beside and below each other; none where a specification is a view itself. */
function viewsIn(spec: ChartSpec): [columns: number, rows: number] {
  const { hconcat, vconcat, concat, repeat, facet, columns } = spec;
  const within = (count: number): [number, number] => {
    const most = typeof columns === 'number' ? columns : count;
    return [Math.min(count, most), Math.ceil(count / Math.max(1, most))];
  };
  if (Array.isArray(hconcat)) return [hconcat.length, 1];
  if (Array.isArray(vconcat)) return [1, vconcat.length];
  if (Array.isArray(concat)) return within(concat.length);
  if (Array.isArray(repeat)) return within(repeat.length);
  const { column = [], row = [] } = Object(repeat);
  if (repeat) return [Math.max(1, column.length), Math.max(1, row.length)];
  const channels = Object(facet ?? spec['encoding']);
  const count = (channel: unknown): number => valuesOf(spec, Object(channel).field);
  if (channels.field !== undefined || channels.facet) return within(count(channels.facet ?? channels));
  return channels.column || channels.row ? [count(channels.column) || 1, count(channels.row) || 1] : [0, 0];
}

function valuesOf({ data }: ChartSpec, field: unknown): number {
  const { values } = Object(data);
  if (!Array.isArray(values)) return 1;
  return new Set(values.map((row: unknown) => String(Object(row)[String(field)]))).size;
}
