import { heightOf } from './axes.ts';
import type { Across } from './across.ts';
import { clearPlaces, type WantedLabel } from './clear-places.ts';
import { MUTED } from './colours.ts';
import { LINE_HEIGHT, type EndLabel, type Label } from './parts.ts';
import { referenceLines, wantedReferences, type Plot } from './reference-places.ts';
import { token } from '../palette.ts';

/** A point of a line, or of the upper edge of an area; missing ones part it. */
export interface Point {
  row: number;
  from: number;
  value: number | null;
}

/** The end of a line; early where other lines go on. */
export type NamedEnd = Omit<EndLabel, 'at'> & { value: number; row: number; place: number; early: boolean };

/** A chart of lines with its places in px. */
export interface Drawn extends Plot {
  across: Across;
  /** Points of each series. */
  lines: Point[][];
}

/** px between a point and the middle of its name. */
const AWAY = LINE_HEIGHT * 0.9;

/**
 * Places names of lines beside their points, and labels of lines of reference above those, where nothing else is.
 *
 * @returns `undefined` where one of them finds no place.
 */
export function namesInside(drawn: Drawn, names: readonly NamedEnd[], withReferences = true): Label[] | undefined {
  const { frame } = drawn;
  const references = withReferences ? wantedReferences(drawn) : [];
  const wanted = [...names.map((name) => nameOf(drawn, name)), ...references];
  const found = clearPlaces(wanted, strokesOf(drawn), frame.width);
  // A line that ends early is named there, whatever is near.
  const labels = found.map((label, index) => label ?? (names[index]?.early ? firstPlace(wanted[index]) : undefined));
  return labels.every((label) => label !== undefined) ? labels : undefined;
}

/** A name above or below a point of its line, the last of them first. */
function nameOf(
  { plan, frame, scale, across, lines }: Drawn,
  { lines: words, row, place, early, bold, colour }: NamedEnd,
): WantedLabel {
  const points = (lines[place] ?? [])
    .filter((point) => point.row <= row && point.value !== null)
    .toReversed()
    .slice(0, plan.names.length === 1 ? 1 : undefined);
  const ink = colour === MUTED ? token('muted') : token('text');
  return {
    label: { text: words.join(' '), bold, ink },
    places: points.flatMap((point) => {
      const [x, y] = [across.at(point.row), heightOf(scale, frame, point.value ?? 0)];
      return [-1, 1]
        .map((side) => [x, y + side * AWAY] as const)
        .filter(([, at]) => at > (early ? -LINE_HEIGHT / 2 : LINE_HEIGHT / 2) && at < frame.height - AWAY / 2);
    }),
  };
}

function firstPlace(wanted: WantedLabel | undefined): Label | undefined {
  const [place] = wanted?.places ?? [];
  return wanted && place && { ...wanted.label, x: place[0], y: place[1], align: 'middle' };
}

/** The lines of a chart as points in px, and lines of reference. */
function strokesOf(drawn: Drawn): (readonly [x: number, y: number])[][] {
  const { frame, scale, across, lines } = drawn;
  const series = lines.map((points) =>
    points.flatMap(({ row, value }) =>
      value === null ? [] : [[across.at(row), heightOf(scale, frame, value)] as const],
    ),
  );
  return [...series, ...referenceLines(drawn)];
}
