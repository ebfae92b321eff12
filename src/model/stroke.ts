/** A line drawn by hand: x and y by turns, in px of the slide. */
export interface Stroke {
  colour: string;
  points: number[];
  /** Broad, and what is below shows through. */
  marker?: boolean | undefined;
}

const MOST_STROKES = 500;
const MOST_POINTS = 20_000;

/** Reads the lines of a slide, known fields only; returns `undefined` for anything else. */
export function readStrokes(value: unknown): Stroke[] | undefined {
  if (!Array.isArray(value) || value.length > MOST_STROKES) return undefined;
  const strokes = value.map(readStroke);
  const whole = strokes.filter((stroke) => stroke !== undefined);
  return whole.length === strokes.length ? whole : undefined;
}

/** Reads a line, known fields only; returns `undefined` for anything else. */
export function readStroke(value: unknown): Stroke | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { colour, points, marker } = value as Partial<Record<keyof Stroke, unknown>>;
  if (typeof colour !== 'string' || !/^#[0-9a-f]{6}$/i.test(colour)) return undefined;
  if (!Array.isArray(points) || points.length > MOST_POINTS) return undefined;
  const isWhole = points.every((point) => typeof point === 'number' && Number.isFinite(point));
  return isWhole ? { colour, points: points as number[], ...(marker === true && { marker }) } : undefined;
}

/** Widths of lines, for a slide that is 1280 px wide. */
export const PEN_WIDTH = 4.5;
export const MARKER_WIDTH = 26;
/** How much a marker covers of what is below. */
export const MARKER_OPACITY = 0.4;

/**
 * Returns the data of a path through the points of a stroke: a smooth line through the middles between them, or a dot
 * for one point.
 */
export function strokePath(points: readonly number[]): string {
  const [x = 0, y = 0] = points;
  let path = `M${x} ${y}`;
  if (points.length < 4) return `${path}l0.1 0`;
  for (let at = 2; at + 3 < points.length; at += 2) {
    const [cx = 0, cy = 0, nextX = 0, nextY = 0] = points.slice(at, at + 4);
    path += `Q${cx} ${cy} ${(cx + nextX) / 2} ${(cy + nextY) / 2}`;
  }
  return `${path}L${points.at(-2)} ${points.at(-1)}`;
}
