import type { FlowEdge, FlowGraph } from './flow-graph.ts';
import type { Cell } from './place-flow.ts';

/** A point of the lattice that edges run along: every third line has nodes, and two lines between them have edges. */
export type Spot = readonly [x: number, y: number];

/** The way of an edge: its node, every spot that it passes, and the node that it leads to. */
export type Route = readonly Spot[];

export interface Routes {
  routes: Route[];
  /** Of bends, crossings and detours. */
  cost: number;
}

/** Right, down, left, up. */
const STEPS: readonly Spot[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
];
const [STEP, BEND, CROSSING, OUTSIDE, SHARED] = [0.35, 2, 5, 0.4, 0.8];
/** Cost of an end at a side that the chart does not run along, for an edge of several that lead to things side by side. */
const ASIDE = 3;
/** Cost of a bend one step earlier. */
const LATE = 0.01;

/** An edge at a spot: along the row, along the column, or with a bend. */
interface Passing {
  edge: FlowEdge;
  way: 'row' | 'column' | 'bend';
}

interface Lattice {
  width: number;
  height: number;
  nodes: ReadonlySet<number>;
  isLying: boolean;
  /** Edges that lead from and to things side by side. */
  parallel: ReadonlySet<FlowEdge>;
  /** Tells whether two edges can share a line: every way that it then seems to have exists. */
  mayMeet: (one: FlowEdge, other: FlowEdge) => boolean;
  /** Edges at each spot, and at each side of a node. */
  spots: Map<number, Passing[]>;
  ports: Map<number, FlowEdge[]>;
}

/** Finds ways for all edges between nodes in a grid; `undefined` where one has none past the others. */
export function routeEdges(
  { edges }: FlowGraph,
  cells: readonly Cell[],
  { isLying, parallel }: { isLying: boolean; parallel: ReadonlySet<FlowEdge> },
): Routes | undefined {
  const ways = new Set(edges.map(({ from, to }) => `${from} ${to}`));
  const mayMeet = (one: FlowEdge, other: FlowEdge): boolean =>
    ways.has(`${one.from} ${other.to}`) && ways.has(`${other.from} ${one.to}`);
  const size = { width: LINES * widest(cells, 0) + LINES + 2, height: LINES * widest(cells, 1) + LINES + 2 };
  const nodes = new Set(cells.map((cell) => indexOf(size, spotOf(cell))));
  const lattice: Lattice = { ...size, nodes, isLying, parallel, mayMeet, spots: new Map(), ports: new Map() };
  const found = new Map<FlowEdge, Route>();
  let cost = 0;
  const distances = new Map(edges.map((edge) => [edge, distance(cells[edge.from], cells[edge.to])]));
  const nearest = edges.toSorted((one, other) => (distances.get(one) ?? 0) - (distances.get(other) ?? 0));
  for (const edge of nearest) {
    const [from, to] = [cells[edge.from], cells[edge.to]];
    const way = from && to && findWay(lattice, edge, spotOf(from), spotOf(to));
    if (!way) return undefined;
    take(lattice, edge, way.route);
    found.set(edge, way.route);
    cost += way.cost;
  }
  return { routes: edges.map((edge) => found.get(edge) ?? []), cost };
}

function widest(cells: readonly Cell[], axis: 0 | 1): number {
  return Math.max(...cells.map((cell) => cell[axis]));
}

function distance([column, row]: Cell = [0, 0], [toColumn, toRow]: Cell = [0, 0]): number {
  const [across, down] = [Math.abs(column - toColumn), Math.abs(row - toRow)];
  return across + down + (across > 0 && down > 0 ? 1 : 0);
}

/** Lines of the lattice for each column or row. */
export const LINES = 3;

/** Returns the line of the lattice that a column or row has its nodes on. */
export function lineOf(index: number): number {
  return LINES * index + 2;
}

/** Tells whether a line of the lattice is between nodes. */
export function isBetween(line: number): boolean {
  return line % LINES !== 2;
}

/** Returns the spot of a node. */
export function spotOf([column, row]: Cell): Spot {
  return [lineOf(column), lineOf(row)];
}

function indexOf({ width }: { width: number }, [x, y]: Spot): number {
  return y * width + x;
}

/** Returns the side of a node that is towards a spot beside it. */
function portOf(lattice: Lattice, node: Spot, beside: Spot): number {
  return (
    indexOf(lattice, node) * 4 + STEPS.findIndex(([x, y]) => node[0] + x === beside[0] && node[1] + y === beside[1])
  );
}

function take(lattice: Lattice, edge: FlowEdge, route: Route): void {
  route.forEach((spot, at) => {
    const [before, after] = [route[at - 1], route[at + 1]];
    if (before && after) {
      const way = before[1] === after[1] ? 'row' : before[0] === after[0] ? 'column' : 'bend';
      append(lattice.spots, indexOf(lattice, spot), { edge, way });
      return;
    }
    const beside = before ?? after;
    if (beside) append(lattice.ports, portOf(lattice, spot, beside), edge);
  });
}

function append<T>(map: Map<number, T[]>, key: number, value: T): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}

interface State {
  spot: Spot;
  /** Index of the step that led there. */
  step: number;
  cost: number;
  before: State | undefined;
}

/** Finds the cheapest way of an edge past nodes and the edges that have theirs. */
function findWay(lattice: Lattice, edge: FlowEdge, from: Spot, to: Spot): { route: Route; cost: number } | undefined {
  const end = indexOf(lattice, to);
  const done = new Set<number>();
  const open: State[] = [{ spot: from, step: -1, cost: 0, before: undefined }];
  for (let best = open.pop(); best; best = open.pop()) {
    const here = indexOf(lattice, best.spot);
    if (here === end) return { route: routeTo(best), cost: best.cost };
    const key = here * 5 + best.step + 1;
    if (done.has(key)) continue;
    done.add(key);
    for (const [step, [x, y]] of STEPS.entries()) {
      if (best.step >= 0 && (best.step + 2) % 4 === step) continue;
      const spot: Spot = [best.spot[0] + x, best.spot[1] + y];
      const cost = costOf(lattice, edge, best, { spot, step, end });
      if (cost !== undefined) insert(open, { spot, step, cost: best.cost + cost, before: best });
    }
  }
  return undefined;
}

/** Keeps the cheapest state last. */
function insert(open: State[], state: State): void {
  let [low, high] = [0, open.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((open[middle]?.cost ?? 0) > state.cost) low = middle + 1;
    else high = middle;
  }
  open.splice(low, 0, state);
}

function routeTo(state: State): Spot[] {
  const route: Spot[] = [];
  for (let at: State | undefined = state; at; at = at.before) route.unshift(at.spot);
  return route;
}

interface Move {
  spot: Spot;
  step: number;
  end: number;
}

/** Returns the cost of a step; `undefined` where it cannot be taken. */
function costOf(lattice: Lattice, edge: FlowEdge, state: State, { spot, step, end }: Move): number | undefined {
  const { width, height, nodes, isLying, parallel, spots, ports } = lattice;
  const [x, y] = spot;
  if (x < 0 || y < 0 || x >= width || y >= height) return undefined;
  const [here, there] = [indexOf(lattice, state.spot), indexOf(lattice, spot)];
  if (nodes.has(there) && there !== end) return undefined;
  const isStart = state.step < 0;
  let cost = STEP + (x === 0 || y === 0 || x === width - 1 || y === height - 1 ? OUTSIDE : 0);
  if (isStart || there === end) {
    // Edges meet at a side of a node if all leave there, or all arrive.
    const others = ports.get(isStart ? here * 4 + step : there * 4 + ((step + 2) % 4)) ?? [];
    if (others.some((one) => (isStart ? one.from !== edge.from : one.to !== edge.to))) return undefined;
    cost += others.length * SHARED + ((step % 2 === 0) === isLying || !parallel.has(edge) ? 0 : ASIDE);
  }
  if (isStart) return cost;
  const way = state.step !== step ? 'bend' : step % 2 === 0 ? 'row' : 'column';
  const others = spots.get(here) ?? [];
  for (const other of others) {
    if (lattice.mayMeet(edge, other.edge)) continue;
    if (way === 'bend' || other.way === 'bend' || other.way === way) return undefined;
    cost += CROSSING;
  }
  if (way !== 'bend') return cost;
  // Edges part and meet late, so that others can part before.
  const [toX, toY] = [end % width, Math.floor(end / width)];
  return cost + BEND + LATE * (Math.abs(toX - x) + Math.abs(toY - y));
}
