import type { Room } from '../../model/diagram-direction.ts';
import { endsOf, isFree, moveRows, partsIn, sizeInRows, type Cut, type Flow } from './flow-rows.ts';

/** Rows that a flowchart becomes, and edges beside the one that leads on, at most. */
const [MOST_ROWS, MOST_OVER] = [3, 2];
/** The scale of letters beyond which folding gains nothing, and that of one line of boxes in an empty room. */
const [MOST, MOST_FLAT] = [1.6, 2];
/** The share of a room's height below which a flowchart is one line of boxes. */
const FLAT = 0.2;
/** How many times larger labels have to be to fold a row, and to take one row more. */
const [GAIN, ROW_GAIN] = [1.25, 1.08];
/** Places to fold at that are tried: a chart with more has labels that nobody could read. */
const MOST_CUTS = 40;
/** px that an edge may be away from the shape that it leads to. */
const NEAR = 6;

/**
 * Folds a flowchart that runs from left to right, if its labels are larger in two or three rows; from each row, its last
 * edge leads back to the left of the next one.
 */
export function foldFlow(svg: SVGSVGElement, room: Room): void {
  const root = svg.querySelector('.root');
  const box = svg.viewBox.baseVal;
  const isNested = svg.querySelector('.root .root') !== null;
  // On a page that is higher than wide, the other direction is larger.
  if (!root || isNested || room.width < room.height || box.width / box.height < room.width / room.height) return;
  const flow: Flow = {
    nodes: partsIn(root, '.nodes > *'),
    groups: partsIn(root, '.clusters > *'),
    edges: partsIn(root, '.edgePaths > path'),
    labels: partsIn(root, '.edgeLabels > *').filter(({ left, right }) => right > left),
  };
  const cuts = cutsBetween(flow);
  if (cuts.length === 0 || cuts.length > MOST_CUTS) return;
  const fit = (size: Room): number => Math.min(room.width / size.width, room.height / size.height);
  const most = box.height * fit(box) < room.height * FLAT ? MOST_FLAT : MOST;
  const scaleOf = (size: Room): number => Math.min(most, fit(size));
  const best = bestCuts(cuts, flow, { now: scaleOf(box), scaleOf });
  if (best) moveRows(svg, flow, best);
}

/** Finds places between columns at which one edge leads on to the next, and few others pass. */
function cutsBetween({ nodes: boxes, groups, edges }: Flow): Cut[] {
  const nodes = [...boxes, ...groups];
  const ends = [...new Set(nodes.map(({ right }) => right))].toSorted((one, other) => one - other);
  return ends.flatMap((end): Cut[] => {
    const next = Math.min(...nodes.filter(({ left }) => left > end - 1).map(({ left }) => left));
    if (!Number.isFinite(next) || nodes.some(({ left, right }) => left < end - 1 && right > end + 1)) return [];
    const passing = edges.filter(({ left, right }) => left < next - NEAR && right > end + NEAR);
    // Edges lead to nodes, past the frames around them.
    const last = Math.max(...boxes.filter(({ right }) => right <= end + 1).map(({ right }) => right));
    const first = Math.min(...boxes.filter(({ left }) => left >= next - 1).map(({ left }) => left));
    const [edge, ...others] = passing.filter(({ left, right }) => left > last - NEAR && right < first + NEAR);
    const over = passing.filter((one) => one !== edge);
    return edge && others.length === 0 && over.length <= MOST_OVER ? [{ x: (end + next) / 2, edge, over }] : [];
  });
}

/** Returns the cuts with which labels are largest, with rows of one length; `undefined` where they gain too little. */
function bestCuts(
  cuts: readonly Cut[],
  flow: Flow,
  { now, scaleOf }: { now: number; scaleOf: (size: Room) => number },
): readonly Cut[] | undefined {
  let best: readonly Cut[] | undefined;
  let [most, widest] = [now * GAIN, Infinity];
  const consider = (chosen: readonly Cut[]): void => {
    const { width, height } = sizeInRows(flow, chosen);
    const scale = scaleOf({ width, height }) / ROW_GAIN ** Math.max(0, chosen.length - 1);
    const isBetter = scale > most + 0.001 || (scale > most - 0.001 && width < widest);
    if (chosen.length > 0 && isBetter && canPass(flow, chosen)) [best, most, widest] = [chosen, scale, width];
    if (chosen.length + 1 >= MOST_ROWS) return;
    const last = chosen.at(-1);
    for (const cut of cuts) if (!last || cut.x > last.x) consider([...chosen, cut]);
  };
  consider([]);
  return best;
}

/** Tells whether all edges that pass a cut can do so between its two rows, past no other node. */
function canPass(flow: Flow, cuts: readonly Cut[]): boolean {
  return cuts.every(({ over }, index) =>
    over.every((edge) => {
      const [from, to] = endsOf(edge, flow.nodes);
      if (!from || !to || from === to || cuts.some((cut, other) => other !== index && cut.over.includes(edge)))
        return false;
      const [upper, lower] = from.left < to.left ? [from, to] : [to, from];
      return isFree(upper, 'below', flow, cuts) && isFree(lower, 'above', flow, cuts);
    }),
  );
}
