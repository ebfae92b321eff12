/** How far a line that is meant to be straight may bend, for its length. */
const BEND = 0.08;
/** How near the ends of a closed shape are, for its size. */
const GAP = 0.25;
/** The share of its box that an ellipse fills is π/4; a box that is drawn by hand fills more. */
const BOX_FILL = 0.87;
const LEAST_FILL = 0.62;

type Point = [x: number, y: number];

/**
 * Returns the straight shape that somebody meant who drew a line by hand: a line, an arrow, a box or an ellipse; the
 * points themselves where it is none of these. Corners are there twice, which keeps them sharp.
 *
 * @param points - x and y by turns.
 */
export function straightened(points: number[]): number[] {
  const line: Point[] = [];
  for (let at = 0; at + 1 < points.length; at += 2) line.push([points[at] ?? 0, points[at + 1] ?? 0]);
  const [start, end] = [line[0], line.at(-1)];
  if (!start || !end || line.length < 3) return points;
  const away = line.map((point) => distance(start, point));
  const size = Math.max(1, ...away);
  const far = away.indexOf(size);
  const tip = line[far] ?? end;
  if (distance(start, end) <= size * GAP) return closed(line) ?? points;
  const bend = Math.max(...line.slice(0, far).map((point) => offLine(point, start, tip)));
  const head = line.slice(far);
  const reach = Math.max(...head.map((point) => distance(point, tip)));
  if (bend > size * BEND || reach > size * 0.5) return points;
  const aim = levelled(start, tip);
  return head.length > 3 && reach > size * 0.06 ? arrow(start, aim) : corners([start, aim]);
}

const distance = ([x, y]: Point, [toX, toY]: Point): number => Math.hypot(toX - x, toY - y);

function offLine([x, y]: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  return Math.abs(dx * (from[1] - y) - (from[0] - x) * dy) / (Math.hypot(dx, dy) || 1);
}

/** Lines that are nearly level or upright become so. */
function levelled([fromX, fromY]: Point, [x, y]: Point): Point {
  const [across, down] = [Math.abs(x - fromX), Math.abs(y - fromY)];
  if (down < across * 0.09) return [x, fromY];
  return across < down * 0.09 ? [fromX, y] : [x, y];
}

function corners(line: readonly Point[]): number[] {
  return rounded(line.map(([x, y]) => [x, y, x, y]));
}

function arrow(start: Point, tip: Point): number[] {
  const turn = Math.atan2(tip[1] - start[1], tip[0] - start[0]);
  const wing = Math.min(44, distance(start, tip) * 0.3);
  const side = (by: number): Point => [tip[0] - wing * Math.cos(turn + by), tip[1] - wing * Math.sin(turn + by)];
  return corners([start, tip, side(0.5), tip, side(-0.5)]);
}

/** A box or an ellipse, by how much of the box around it a line encloses. */
function closed(line: readonly Point[]): number[] | undefined {
  const [xs, ys] = [line.map(([x]) => x), line.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [width, height] = [right - left, bottom - top];
  let area = 0;
  line.forEach(([x, y], index) => {
    const [nextX, nextY] = line[(index + 1) % line.length] ?? [x, y];
    area += (x * nextY - nextX * y) / 2;
  });
  const fill = Math.abs(area) / (width * height || 1);
  if (fill < LEAST_FILL || Math.min(width, height) < 8) return undefined;
  if (fill > BOX_FILL) {
    return corners([
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
      [left, top],
    ]);
  }
  return rounded(
    Array.from({ length: 25 }, (_, index) => {
      const turn = (index * Math.PI) / 12;
      return [left + (width / 2) * (1 + Math.cos(turn)), top + (height / 2) * (1 + Math.sin(turn))];
    }),
  );
}

function rounded(points: readonly (readonly number[])[]): number[] {
  return points.flat().map((value) => Math.round(value * 10) / 10);
}
