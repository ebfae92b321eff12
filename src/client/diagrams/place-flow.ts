import { longestWays, type FlowEdge, type FlowGraph } from './flow-graph.ts';

/** Column and row of a node in a grid. */
export type Cell = readonly [column: number, row: number];

/** Ways through a flowchart that are tried as its spine; places of the other nodes that are kept at each step, and at the end. */
const [MOST_WAYS, KEPT, CHOSEN] = [3, 12, 4];

/** Nodes that have a place so far, and how far apart they are. */
interface Draft {
  cells: ReadonlyMap<number, Cell>;
  cost: number;
}

/** The share of nodes beside the longest way in a flowchart without loops, beyond which the flowchart is a tree. */
const MOST_BESIDE = 1 / 3;

/**
 * Returns places for the nodes of a flowchart in a grid: its longest way in one row, or in two or three with a turn after
 * each, and the other nodes beside those that they belong to. A tree has none.
 */
export function placements(graph: FlowGraph, loops: ReadonlySet<FlowEdge>): Cell[][] {
  const ways = longestWays(graph, loops, MOST_WAYS);
  const beside = 1 - (ways[0]?.length ?? 0) / graph.nodes.length;
  if (loops.size === 0 && beside > MOST_BESIDE) return [];
  return ways.flatMap((way) =>
    spines(way.length).flatMap((spine) => {
      const start: Draft = { cells: new Map(way.map((node, at) => [node, spine[at] ?? [0, 0]])), cost: 0 };
      return completed(graph, loops, start).map(({ cells }) =>
        fromZero(graph.nodes.map((_, node) => cells.get(node) ?? [0, 0])),
      );
    }),
  );
}

/** Moves cells so that the first column and row are 0. */
function fromZero(cells: readonly Cell[]): Cell[] {
  const left = Math.min(...cells.map(([column]) => column));
  const top = Math.min(...cells.map(([, row]) => row));
  return cells.map(([column, row]) => [column - left, row - top]);
}

/** Returns forms of a way of so many nodes: straight, folded back once or twice, or going on at the left. */
function spines(length: number): Cell[][] {
  const along = (from: number, count: number, row: number, step: 1 | -1): Cell[] =>
    Array.from({ length: count }, (_, at) => [from + at * step, row]);
  const forms = [along(0, length, 0, 1)];
  for (let first = 1; first < length - 1; first += 1) {
    const rest = length - first;
    // Rows have a row between them in which other nodes may stand.
    for (const stride of [1, 2]) {
      forms.push([...along(0, first, 0, 1), ...along(first - 1, rest, stride, -1)]);
    }
    if (Math.abs(first - rest) <= 1 && length >= 5) forms.push([...along(0, first, 0, 1), ...along(0, rest, 1, 1)]);
    for (let second = 2; second < rest - 1; second += 1) {
      if (length < 7 || Math.abs(first - second) > 1) continue;
      const last = along(first - second, rest - second, 2, 1);
      forms.push([...along(0, first, 0, 1), ...along(first - 1, second, 1, -1), ...last]);
    }
  }
  return forms;
}

/** Places the nodes that a draft does not have yet, one after the other, and keeps what is shortest. */
function completed({ nodes, edges }: FlowGraph, loops: ReadonlySet<FlowEdge>, start: Draft): Draft[] {
  let drafts = [start];
  const placed = new Set(start.cells.keys());
  while (placed.size < nodes.length) {
    const edge = edges.find(({ from, to }) => placed.has(from) !== placed.has(to));
    if (!edge) return [];
    const node = placed.has(edge.from) ? edge.to : edge.from;
    placed.add(node);
    const near = edges.filter(({ from, to }) => from === node || to === node);
    drafts = drafts
      .flatMap((draft) => cellsFor(node, near, draft.cells).map((cell) => withNode(draft, { node, cell, near, loops })))
      .toSorted((one, other) => one.cost - other.cost)
      .slice(0, KEPT);
  }
  return drafts.slice(0, CHOSEN);
}

/** Finds free cells in line with a neighbour, or beside one. */
function cellsFor(node: number, near: readonly FlowEdge[], cells: ReadonlyMap<number, Cell>): Cell[] {
  const taken = new Set([...cells.values()].map(String));
  const found = new Map<string, Cell>();
  for (const { from, to } of near) {
    const [column, row] = cells.get(from === node ? to : from) ?? [];
    if (column === undefined || row === undefined) continue;
    for (const [x, y] of NEIGHBOURS) {
      const cell: Cell = [column + x, row + y];
      if (!taken.has(String(cell))) found.set(String(cell), cell);
    }
  }
  return [...found.values()];
}

const NEIGHBOURS: readonly Cell[] = [
  [1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [1, -1],
  [-1, 0],
  [-1, 1],
  [-1, -1],
  [0, 2],
  [0, -2],
  [2, 0],
];

interface Addition {
  node: number;
  cell: Cell;
  near: readonly FlowEdge[];
  loops: ReadonlySet<FlowEdge>;
}

function withNode({ cells, cost }: Draft, { node, cell, near, loops }: Addition): Draft {
  const added = near.map((edge) => {
    const other = cells.get(edge.from === node ? edge.to : edge.from);
    if (!other) return 0;
    const [across, down] = [cell[0] - other[0], cell[1] - other[1]];
    const ahead = edge.to === node ? across : -across;
    // A bend costs as much as one more cell, and what leads on should not lead back.
    const bend = across !== 0 && down !== 0 ? 1 : 0;
    return Math.abs(across) + Math.abs(down) + bend + (ahead < 0 && !loops.has(edge) ? 0.5 : 0);
  });
  return {
    cells: new Map([...cells, [node, cell]]),
    cost: cost + added.reduce((sum, one) => sum + one, 0),
  };
}
