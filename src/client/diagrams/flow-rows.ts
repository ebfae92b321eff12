/** px beside rows for the line that leads from one to the next, between rows, and for each edge that passes there. */
const [TURN, GAP, LANE] = [18, 46, 26];
/** px of a rounded corner, as Mermaid draws them, and of the head of an arrow. */
const [CORNER, HEAD] = [5, 4];

/** Something that moves with its row, with its place. */
export interface Part {
  element: SVGGraphicsElement;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

type Bounds = Omit<Part, 'element'>;
type Point = readonly [x: number, y: number];

/** A flowchart as Mermaid lays it out. */
export interface Flow {
  nodes: Part[];
  /** Frames around nodes. */
  groups: Part[];
  edges: Part[];
  labels: Part[];
}

/** A place at which a flowchart goes on in the next row. */
export interface Cut {
  x: number;
  /** The edge that leads there, from the last node of a row to the first of the next one. */
  edge: Part;
  /** Edges that pass between other nodes of the two rows. */
  over: Part[];
}

/** Finds the parts of a drawing, with their places. */
export function partsIn(root: Element, selector: string): Part[] {
  return [...root.querySelectorAll<SVGGraphicsElement>(selector)].map((element) => {
    const { x, y, width, height } = element.getBBox();
    const { e, f } = element.transform.baseVal.consolidate()?.matrix ?? { e: 0, f: 0 };
    return { element, left: x + e, right: x + e + width, top: y + f, bottom: y + f + height };
  });
}

function boundsOf(parts: readonly Part[]): Bounds {
  return {
    left: Math.min(...parts.map(({ left }) => left)),
    right: Math.max(...parts.map(({ right }) => right)),
    top: Math.min(...parts.map(({ top }) => top)),
    bottom: Math.max(...parts.map(({ bottom }) => bottom)),
  };
}

/** Returns what is in each row: nodes, and the edges and labels that stay in it. */
function rowsOf({ nodes, groups, edges, labels }: Flow, cuts: readonly Cut[]): Part[][] {
  const passing = new Set(cuts.flatMap(({ edge, over }) => [edge, ...over]));
  const rows: Part[][] = Array.from({ length: cuts.length + 1 }, () => []);
  const names = new Set([...passing].map(nameOf));
  const staying = [
    ...nodes,
    ...groups,
    ...edges.filter((edge) => !passing.has(edge)),
    ...labels.filter((one) => !names.has(nameOf(one))),
  ];
  for (const part of staying) rows[rowAt(part, cuts)]?.push(part);
  return rows;
}

function rowAt({ left, right }: Part, cuts: readonly Cut[]): number {
  return cuts.filter(({ x }) => x < (left + right) / 2).length;
}

/** Returns the name of an edge, or of that whose label a part is. */
export function nameOf({ element }: Part): string | undefined {
  return element.dataset['id'] ?? element.querySelector<SVGElement>('[data-id]')?.dataset['id'];
}

/** Returns the nodes that an edge leads from and to. */
export function endsOf({ element }: Part, nodes: readonly Part[]): (Part | undefined)[] {
  const path = element as SVGPathElement;
  return [0, path.getTotalLength()].map((length) => {
    const { x, y } = path.getPointAtLength(length);
    const away = ({ left, right, top, bottom }: Part): number =>
      Math.max(left - x, x - right, 0) + Math.max(top - y, y - bottom, 0);
    const nearest = nodes.reduce((best, node) => (away(node) < away(best) ? node : best), nodes[0] as Part);
    return away(nearest) <= 2 * HEAD ? nearest : undefined;
  });
}

/** Tells whether nothing in its row is below or above the middle of a node. */
export function isFree(node: Part, side: 'below' | 'above', flow: Flow, cuts: readonly Cut[]): boolean {
  const middle = (node.left + node.right) / 2;
  const row = rowsOf(flow, cuts)[rowAt(node, cuts)] ?? [];
  return row.every(
    (part) =>
      part === node ||
      part.right < middle - TURN / 2 ||
      part.left > middle + TURN / 2 ||
      (side === 'below' ? part.bottom <= node.bottom : part.top >= node.top),
  );
}

/** Returns the px that two rows are apart. */
function gapOf({ edge, over }: Cut, { labels }: Flow): number {
  const names = new Set(labels.map(nameOf));
  const lanes = [edge, ...over];
  return GAP + lanes.slice(1).length * LANE + lanes.filter((one) => names.has(nameOf(one))).length * (LANE / 3);
}

/** Returns the size of a flowchart in rows. */
export function sizeInRows(flow: Flow, cuts: readonly Cut[]): { width: number; height: number } {
  const rows = rowsOf(flow, cuts).map(boundsOf);
  const gaps = cuts.map((cut) => gapOf(cut, flow));
  return {
    width: Math.max(...rows.map(({ left, right }) => right - left)) + (cuts.length > 0 ? 2 * TURN : 0),
    height: rows.reduce((sum, { top, bottom }) => sum + bottom - top, 0) + gaps.reduce((sum, gap) => sum + gap, 0),
  };
}

/** Moves all rows below each other, and leads edges from one to the next. */
export function moveRows(svg: SVGSVGElement, flow: Flow, cuts: readonly Cut[]): void {
  const rows = rowsOf(flow, cuts);
  const ends = new Map(cuts.flatMap(({ over }) => over.map((edge) => [edge, endsOf(edge, flow.nodes)] as const)));
  const { width, height } = sizeInRows(flow, cuts);
  let y = 0;
  const moved = rows.map((row, index) => {
    const { left, right, top, bottom } = boundsOf(row);
    const shift: Point = [TURN - left, y - top];
    const place = { top: y, bottom: y + bottom - top, right: right + TURN - left, shift };
    const cut = cuts[index];
    y = place.bottom + (cut ? gapOf(cut, flow) : 0);
    for (const { element } of row) shiftBy(element, shift);
    return place;
  });
  cuts.forEach(({ edge, over }, index) => {
    const [above, below] = [moved[index], moved[index + 1]];
    if (!above || !below) return;
    const lane = (below.top - above.bottom) / (over.length + 2);
    // Edges that pass are nearer to the upper row: the one that leads on begins further right than all of them.
    const laneOf = (at: number): number => above.bottom + lane * (at + 1);
    const [start, end] = [pointAt(edge, 0), pointAt(edge, 1)];
    const low = laneOf(over.length);
    const [from, to]: [Point, Point] = [plus(start, above.shift), plus(end, below.shift)];
    const right = above.right + TURN;
    draw(edge, flow, [from, [right, from[1]], [right, low], [0, low], [0, to[1]], to]);
    over.forEach((one, at) => {
      const points = (ends.get(one) ?? []).map((node): Point => {
        if (!node) return [0, 0];
        const middle = (node.left + node.right) / 2;
        return rowAt(node, cuts) === index
          ? plus([middle, node.bottom + HEAD], above.shift)
          : plus([middle, node.top - HEAD], below.shift);
      });
      const [first, last] = points;
      if (first && last) draw(one, flow, [first, [first[0], laneOf(at)], [last[0], laneOf(at)], last]);
    });
  });
  svg.setAttribute('viewBox', [-2, -2, width + 4, height + 4].map((value) => Math.round(value * 100) / 100).join(' '));
}

function plus([x, y]: Point, [byX, byY]: Point): Point {
  return [x + byX, y + byY];
}

export function shiftBy(element: SVGGraphicsElement, [x, y]: Point): void {
  element.setAttribute('transform', `translate(${x}, ${y}) ${element.getAttribute('transform') ?? ''}`.trim());
}

function pointAt({ element }: Part, share: number): Point {
  const path = element as SVGPathElement;
  const { x, y } = path.getPointAtLength(path.getTotalLength() * share);
  return [x, y];
}

/** Draws an edge along points, with its label in the middle of its longest level part. */
function draw(edge: Part, { labels }: Flow, points: readonly Point[]): void {
  edge.element.setAttribute('d', elbows(points));
  const level = points.slice(1).flatMap((point, index): [Point, Point][] => {
    const before = points[index];
    return before && before[1] === point[1] ? [[before, point]] : [];
  });
  const longest = level.reduce(
    (most, one) => (lengthOf(one) > lengthOf(most) ? one : most),
    level[0] ?? [
      [0, 0],
      [0, 0],
    ],
  );
  const label = labels.find((one) => nameOf(one) === nameOf(edge));
  label?.element.setAttribute('transform', `translate(${(longest[0][0] + longest[1][0]) / 2}, ${longest[0][1]})`);
}

function lengthOf([[from], [to]]: readonly [Point, Point]): number {
  return Math.abs(to - from);
}

/** Returns a path with rounded corners. */
export function elbows(points: readonly Point[]): string {
  return points
    .map(([x, y], index) => {
      const [before, after] = [points[index - 1], points[index + 1]];
      if (!before) return `M${x},${y}`;
      if (!after) return `L${x},${y}`;
      const near = ([toX, toY]: Point): string => `${x + towards(toX - x)},${y + towards(toY - y)}`;
      return `L${near(before)}Q${x},${y} ${near(after)}`;
    })
    .join('');
}

function towards(distance: number): number {
  return Math.sign(distance) * Math.min(CORNER, Math.abs(distance) / 2);
}
