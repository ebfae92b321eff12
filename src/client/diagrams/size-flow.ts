import type { Box, FlowGraph } from './flow-graph.ts';
import type { Cell } from './place-flow.ts';
import { isBetween, lineOf, LINES, spotOf, type Route, type Spot } from './route-flow.ts';

export type Point = readonly [x: number, y: number];

/** A flowchart in px. */
export interface FlowPlan {
  width: number;
  height: number;
  /** Middles of nodes. */
  nodes: Point[];
  /** Middles of the sides of nodes that edges lead from and to, with their bends between. */
  edges: Point[][];
  /** Middles of the labels of edges. */
  labels: (Point | undefined)[];
}

/** px between columns and between rows with edges, without any, and around everything. */
const [ACROSS, DOWN, EMPTY, OUTER] = [38, 34, 24, 44];
/** px more where two edges run along a gap. */
const LANE = 12;
/** px of an edge before and after its label, along the row and along the column. */
const [BESIDE, ABOVE] = [36, 30];

interface Grid {
  graph: FlowGraph;
  cells: readonly Cell[];
  routes: readonly Route[];
}

/** A straight part of an edge. */
interface Run {
  from: Spot;
  to: Spot;
}

/** Lays a flowchart in a grid out in px: columns are as wide as their nodes, and gaps as wide as labels need. */
export function sizeFlow(grid: Grid): FlowPlan {
  const { graph, cells, routes } = grid;
  const runs = routes.map((route, at) => (graph.edges[at]?.label ? labelRun(route, routes) : undefined));
  const [across, down] = [sizesAlong(grid, runs, 0), sizesAlong(grid, runs, 1)];
  const [xs, ys] = [middles(across), middles(down)];
  const at = ([x, y]: Spot): Point => [xs[x] ?? 0, ys[y] ?? 0];
  const nodes = cells.map((cell) => at(spotOf(cell)));
  const edges = routes.map((route, index) => {
    const { from = 0, to = 0 } = graph.edges[index] ?? {};
    const points = route.map(at);
    return corners([
      sideOf(nodes[from], graph.nodes[from], points[1]),
      ...points.slice(1, -1),
      sideOf(nodes[to], graph.nodes[to], points.at(-2)),
    ]);
  });
  const labels = runs.map((run, index) => run && middleOf(run, edges[index] ?? [], at));
  return moved({ nodes, edges, labels }, graph);
}

/** Finds the part of an edge that has its label: along the row if it can be, and shared with no other edge. */
function labelRun(route: Route, routes: readonly Route[]): Run | undefined {
  const shared = new Set(
    routes.filter((one) => one !== route).flatMap((one) => one.slice(1).map((spot, at) => stepKey(one[at], spot))),
  );
  const runs: (Run & { axis: 0 | 1; steps: number })[] = [];
  route.slice(1).forEach((spot, at) => {
    const before = route[at];
    if (!before || shared.has(stepKey(before, spot))) return;
    const axis = before[1] === spot[1] ? 0 : 1;
    const last = runs.at(-1);
    if (last && last.axis === axis && last.to === before) [last.to, last.steps] = [spot, last.steps + 1];
    else runs.push({ from: before, to: spot, axis, steps: 1 });
  });
  return (
    runs.find(({ axis, steps }) => axis === 0 && steps > 1) ??
    runs.find(({ steps }) => steps > 1) ??
    runs.find(({ axis }) => axis === 0) ??
    runs[0]
  );
}

function stepKey(from: Spot | undefined, to: Spot): string {
  return [String(from), String(to)].toSorted((one, other) => (one < other ? -1 : 1)).join(' ');
}

/** Returns px of columns and of the gaps between them, by turns; or of rows. */
function sizesAlong({ graph, cells, routes }: Grid, runs: readonly (Run | undefined)[], axis: 0 | 1): number[] {
  const count = Math.max(...cells.map((cell) => cell[axis])) + 1;
  const sizes = Array.from({ length: LINES * count + 2 }, () => 0);
  const extent = (box: Box): number => (axis === 0 ? box.width : box.height);
  cells.forEach((cell, node) => {
    const box = graph.nodes[node];
    const at = lineOf(cell[axis]);
    if (box) sizes[at] = Math.max(sizes[at] ?? 0, extent(box));
  });
  setGaps(sizes, routes, axis);
  runs.forEach((run, index) => {
    const label = graph.edges[index]?.label;
    if (!run || !label) return;
    const isAlong = run.from[1 - axis] === run.to[1 - axis];
    const [low, high] = [Math.min(run.from[axis], run.to[axis]), Math.max(run.from[axis], run.to[axis])];
    if (!isAlong) {
      // A label on a line across is in the gap that the line runs in.
      if (isBetween(low)) sizes[low] = Math.max(sizes[low] ?? 0, extent(label) + EMPTY / 2);
      return;
    }
    const [from, to] = [cells[graph.edges[index]?.from ?? 0], cells[graph.edges[index]?.to ?? 0]];
    const inner = ends(run, [from, to], graph, index).reduce((sum, box) => sum + extent(box) / 2, 0);
    const room = lengthOf(sizes, low, high) - inner;
    const gap = [low, low + 1, high].find(isBetween) ?? low;
    const lacking = extent(label) + (axis === 0 ? BESIDE : ABOVE) - room;
    if (lacking > 0) sizes[gap] = (sizes[gap] ?? 0) + lacking * (gap > low && gap < high ? 1 : 2);
  });
  return sizes;
}

/** Sets the px of lines between nodes: those that edges run along share the gap. */
function setGaps(sizes: number[], routes: readonly Route[], axis: 0 | 1): void {
  const passed = new Set(routes.flatMap((route) => route.map((spot) => spot[axis])));
  const run = new Set(
    routes.flatMap((route) => route.flatMap((spot, at) => (route[at + 1]?.[axis] === spot[axis] ? spot[axis] : []))),
  );
  for (let at = 0; at < sizes.length; at += LINES) {
    const lines = [at, at + 1];
    const isOuter = at === 0 || at + 2 === sizes.length;
    const own = lines.filter((line) => run.has(line));
    const gap = isOuter
      ? OUTER * own.length
      : lines.some((line) => passed.has(line))
        ? axis === 0
          ? ACROSS
          : DOWN
        : EMPTY;
    const sharing = own.length > 0 ? own : lines;
    for (const line of sharing) sizes[line] = (gap + (own.length > 1 ? LANE : 0)) / sharing.length;
  }
}

/** Returns the nodes that a run begins and ends in. */
function ends(run: Run, cells: readonly (Cell | undefined)[], graph: FlowGraph, index: number): Box[] {
  const { from = 0, to = 0 } = graph.edges[index] ?? {};
  return [from, to].flatMap((node, at) => {
    const cell = cells[at];
    const spot = cell && String(spotOf(cell));
    const box = graph.nodes[node];
    return box && (spot === String(run.from) || spot === String(run.to)) ? [box] : [];
  });
}

/** Returns px from the middle of one column or gap to that of another. */
function lengthOf(sizes: readonly number[], low: number, high: number): number {
  const between = sizes.slice(low, high + 1).reduce((sum, size) => sum + size, 0);
  return between - (sizes[low] ?? 0) / 2 - (sizes[high] ?? 0) / 2;
}

function middles(sizes: readonly number[]): number[] {
  let sum = 0;
  return sizes.map((size) => {
    sum += size;
    return sum - size / 2;
  });
}

function sideOf(
  [x, y]: Point = [0, 0],
  { width, height }: Box = { width: 0, height: 0 },
  towards: Point = [x, y],
): Point {
  return [x + (Math.sign(towards[0] - x) * width) / 2, y + (Math.sign(towards[1] - y) * height) / 2];
}

/** Leaves out points that are on a straight line. */
function corners(points: readonly Point[]): Point[] {
  return points.filter((point, at) => {
    const [before, after] = [points[at - 1], points[at + 1]];
    if (!before || !after) return true;
    return !((before[0] === point[0] && point[0] === after[0]) || (before[1] === point[1] && point[1] === after[1]));
  });
}

/** Returns the middle of what is seen of a run. */
function middleOf({ from, to }: Run, points: readonly Point[], at: (spot: Spot) => Point): Point {
  const [[x, y], [toX, toY]] = [at(from), at(to)];
  const part = points.slice(1).flatMap((point, index): [Point, Point][] => {
    const before = points[index] ?? point;
    const holds =
      y === toY
        ? before[1] === y && point[1] === y && within((x + toX) / 2, before[0], point[0])
        : before[0] === x && point[0] === x && within((y + toY) / 2, before[1], point[1]);
    return holds ? [[before, point]] : [];
  })[0];
  if (!part) return [(x + toX) / 2, (y + toY) / 2];
  const clamp = (value: number, one: number, other: number): number =>
    Math.min(Math.max(value, Math.min(one, other)), Math.max(one, other));
  const [start, end] = [
    [clamp(x, part[0][0], part[1][0]), clamp(y, part[0][1], part[1][1])],
    [clamp(toX, part[0][0], part[1][0]), clamp(toY, part[0][1], part[1][1])],
  ] as const;
  return [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2];
}

function within(value: number, one: number, other: number): boolean {
  return value >= Math.min(one, other) && value <= Math.max(one, other);
}

/** Moves everything so that it begins at 0. */
function moved({ nodes, edges, labels }: Omit<FlowPlan, 'width' | 'height'>, graph: FlowGraph): FlowPlan {
  const boxes = [
    ...nodes.map(([x, y], node) => around(x, y, graph.nodes[node])),
    ...edges.flat().map(([x, y]) => around(x, y)),
    ...labels.flatMap((label, edge) => (label ? [around(label[0], label[1], graph.edges[edge]?.label)] : [])),
  ];
  const [left, top] = [Math.min(...boxes.map((box) => box[0])), Math.min(...boxes.map((box) => box[1]))];
  const shift = ([x, y]: Point): Point => [x - left, y - top];
  return {
    width: Math.max(...boxes.map((box) => box[2])) - left,
    height: Math.max(...boxes.map((box) => box[3])) - top,
    nodes: nodes.map(shift),
    edges: edges.map((points) => points.map(shift)),
    labels: labels.map((label) => label && shift(label)),
  };
}

function around(
  x: number,
  y: number,
  { width, height }: Box = { width: 0, height: 0 },
): [number, number, number, number] {
  return [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
}
