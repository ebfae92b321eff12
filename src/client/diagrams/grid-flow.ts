import type { Room } from '../../model/diagram-direction.ts';
import { isConnected, type FlowGraph } from './flow-graph.ts';
import { endsOf, partsIn, shiftBy, elbows, nameOf, type Part } from './flow-rows.ts';
import type { Cell } from './place-flow.ts';
import { planFlow } from './plan-flow.ts';
import type { Point } from './size-flow.ts';

/** Nodes and edges of a flowchart that is small enough to be seen as a whole. */
const [MOST_NODES, MOST_EDGES] = [14, 20];
/** px before the tip of an arrow. */
const HEAD = 4;

/**
 * Draws a small flowchart in a grid: nodes of a row on one line, edges straight or with as few bends as possible, and loops
 * beside what they repeat. Returns whether it could.
 */
export function gridFlow(svg: SVGSVGElement, room: Room, isLying: boolean): boolean {
  const root = svg.querySelector('.root');
  if (!root || svg.querySelector('.cluster, .root .root') !== null) return false;
  const nodes = partsIn(root, '.nodes > *');
  const edges = partsIn(root, '.edgePaths > path');
  const labels = partsIn(root, '.edgeLabels > *').filter(({ left, right }) => right > left);
  if (nodes.length < 2 || nodes.length > MOST_NODES || edges.length > MOST_EDGES) return false;
  const labelOf = (edge: Part): Part | undefined => labels.find((one) => nameOf(one) === nameOf(edge));
  const graph = graphOf(nodes, edges, labelOf);
  const plan = graph && planFlow(graph, { drawn: snapped(nodes), room, isLying });
  if (!plan) return false;
  nodes.forEach((node, at) => {
    const [x, y] = plan.nodes[at] ?? [0, 0];
    shiftBy(node.element, [x - (node.left + node.right) / 2, y - (node.top + node.bottom) / 2]);
  });
  edges.forEach((edge, at) => {
    edge.element.setAttribute('d', elbows(withHeads(edge, plan.edges[at] ?? [])));
    const place = plan.labels[at];
    if (place) labelOf(edge)?.element.setAttribute('transform', `translate(${place[0]}, ${place[1]})`);
  });
  const round = (value: number): number => Math.round(value * 100) / 100;
  svg.setAttribute('viewBox', [-2, -2, plan.width + 4, plan.height + 4].map(round).join(' '));
  return true;
}

function graphOf(
  nodes: readonly Part[],
  edges: readonly Part[],
  labelOf: (edge: Part) => Part | undefined,
): FlowGraph | undefined {
  const found = edges.flatMap((edge) => {
    const [from, to] = endsOf(edge, nodes).map((node) => (node ? nodes.indexOf(node) : -1));
    const label = labelOf(edge);
    if (from === undefined || to === undefined || from < 0 || to < 0 || from === to) return [];
    return [{ from, to, ...(label && { label: sizeOf(label) }) }];
  });
  const graph = { nodes: nodes.map(sizeOf), edges: found };
  return found.length === edges.length && isConnected(graph) ? graph : undefined;
}

function sizeOf({ left, right, top, bottom }: Part): Room {
  return { width: right - left, height: bottom - top };
}

/** Returns the places of nodes as Mermaid lays them out, with what is nearly in line in one line. */
function snapped(nodes: readonly Part[]): Cell[] | undefined {
  const [columns, rows] = [
    levels(nodes.map(({ left, right }) => [(left + right) / 2, right - left])),
    levels(nodes.map(({ top, bottom }) => [(top + bottom) / 2, bottom - top])),
  ];
  const cells = nodes.map((_, at): Cell => [columns[at] ?? 0, rows[at] ?? 0]);
  return new Set(cells.map(String)).size === cells.length ? cells : undefined;
}

/** Numbers places along one direction; those that are less than half a node apart are one. */
function levels(places: readonly (readonly [middle: number, extent: number])[]): number[] {
  const near = Math.min(...places.map(([, extent]) => extent)) / 2;
  const sorted = places.map(([middle]) => middle).toSorted((one, other) => one - other);
  const starts = sorted.filter((middle, at) => at === 0 || middle - (sorted[at - 1] ?? 0) > near);
  return places.map(([middle]) => starts.filter((start) => start <= middle).length - 1);
}

/** Ends a line where its shape is, and before the tip of its arrow. */
function withHeads({ element }: Part, points: readonly Point[]): Point[] {
  return points.map((point, at) => {
    const beside = at === 0 ? points[1] : at === points.length - 1 ? points[at - 1] : undefined;
    const marker = element.getAttribute(at === 0 ? 'marker-start' : 'marker-end');
    if (!beside || !marker || marker === 'none') return point;
    const [x, y] = [Math.sign(beside[0] - point[0]), Math.sign(beside[1] - point[1])];
    return [point[0] + x * HEAD, point[1] + y * HEAD];
  });
}
