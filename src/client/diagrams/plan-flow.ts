import type { Room } from '../../model/diagram-direction.ts';
import { loopEdges, parallelEdges, type FlowEdge, type FlowGraph } from './flow-graph.ts';
import { placements, type Cell } from './place-flow.ts';
import { routeEdges, type Route } from './route-flow.ts';
import { sizeFlow, type FlowPlan } from './size-flow.ts';

/** The scale of letters beyond which larger ones gain nothing. */
const MOST = 1.6;
/** How much larger letters count: what is half as large is not half as good. */
const LARGER = 0.7;
/** By how much each bend, detour and step against the direction of reading counts less than larger letters. */
const COST = 0.014;
/** Costs of edges that lead to the left and up, and of a first node that is not at the left or at the top. */
const [LEFT, UP, AWAY] = [2, 2.5, 2];
/** A flowchart in a grid: where its nodes are, and which way its edges take. */
interface Form {
  cells: Cell[];
  routes: Route[];
  cost: number;
}

interface PlanOptions {
  /** Where Mermaid has the nodes, in columns and rows. */
  drawn: Cell[] | undefined;
  room: Room;
  isLying: boolean;
}

/** Lays a flowchart out in a grid so that its letters are large and its edges short; `undefined` where Mermaid's own layout is better, or none is possible. */
export function planFlow(graph: FlowGraph, { drawn, room, isLying }: PlanOptions): FlowPlan | undefined {
  return suits(graph) ? bestPlan(graph, formsOf(graph, drawn, isLying), room) : undefined;
}

/** Tells whether a flowchart has loops, or ways that part and meet again: trees and chains are drawn well as they are. */
function suits(graph: FlowGraph): boolean {
  return graph.edges.length >= graph.nodes.length || loopEdges(graph).size > 0;
}

/** Forms of the flowchart that is drawn, which its labels do not change. */
const known = new Map<string, Form[]>();

/** Returns the places of nodes, with ways for the edges between them, that are possible. */
function formsOf(graph: FlowGraph, drawn: Cell[] | undefined, isLying: boolean): Form[] {
  const edges = graph.edges.map(({ from, to, label }) => [from, to, label !== undefined]);
  const key = JSON.stringify([isLying, edges, drawn]);
  const before = known.get(key);
  if (before) return before;
  const loops = loopEdges(graph);
  const parallel = parallelEdges(graph, loops);
  const along = (parallel.size > 0 ? [] : placements(graph, loops)).map((cells) =>
    isLying ? cells : cells.map(([column, row]): Cell => [row, column]),
  );
  const forms = [...along, ...(drawn ? [drawn] : [])].flatMap((cells): Form[] => {
    const routed = routeEdges(graph, cells, { isLying, parallel });
    if (!routed) return [];
    return [{ cells, routes: routed.routes, cost: routed.cost + againstReading(graph, loops, cells) }];
  });
  known.clear();
  known.set(key, forms);
  return forms;
}

/** Returns what it costs that edges lead to the left or up, and that the first node is not at the upper left. */
function againstReading({ edges }: FlowGraph, loops: ReadonlySet<FlowEdge>, cells: readonly Cell[]): number {
  let cost = 0;
  for (const edge of edges) {
    const [[column = 0, row = 0] = [], [toColumn = 0, toRow = 0] = []] = [cells[edge.from], cells[edge.to]];
    if (loops.has(edge)) continue;
    cost += (toColumn < column ? LEFT : 0) + (toRow < row ? UP : 0);
  }
  const entered = new Set(edges.map(({ to }) => to));
  const [column = 0, row = 0] = cells.find((_, node) => !entered.has(node)) ?? cells[0] ?? [];
  return cost + (column > 0 && row > 0 ? 2 * AWAY : column > 0 || row > 0 ? AWAY : 0);
}

function bestPlan(graph: FlowGraph, forms: readonly Form[], room: Room): FlowPlan | undefined {
  let [best, most]: [FlowPlan | undefined, number] = [undefined, 0];
  const least = Math.min(...forms.map(({ cost }) => cost));
  for (const { cells, routes, cost } of forms) {
    const plan = sizeFlow({ graph, cells, routes });
    const scale = Math.min(MOST, room.width / plan.width, room.height / plan.height);
    const value = scale ** LARGER * (1 - Math.min(0.9, COST * (cost - least)));
    if (value > most) [best, most] = [plan, value];
  }
  return best;
}
