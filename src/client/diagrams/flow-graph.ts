/** px of a box: a node, or the label of an edge. */
export interface Box {
  width: number;
  height: number;
}

export interface FlowEdge {
  from: number;
  to: number;
  /** Of its label. */
  label?: Box;
}

/** A flowchart as numbers: nodes in the order in which their author names them, and the edges between them. */
export interface FlowGraph {
  nodes: readonly Box[];
  edges: readonly FlowEdge[];
}

/** Finds the edges that lead back to a node from which they can be reached: the ends of loops. */
export function loopEdges({ nodes, edges }: FlowGraph): Set<FlowEdge> {
  const loops = new Set<FlowEdge>();
  const [open, done] = [new Set<number>(), new Set<number>()];
  const visit = (node: number): void => {
    if (done.has(node)) return;
    open.add(node);
    for (const edge of edges) {
      if (edge.from !== node) continue;
      if (open.has(edge.to)) loops.add(edge);
      else visit(edge.to);
    }
    open.delete(node);
    done.add(node);
  };
  const entered = new Set(edges.map(({ to }) => to));
  nodes.forEach((_, node) => {
    if (!entered.has(node)) visit(node);
  });
  nodes.forEach((_, node) => visit(node));
  return loops;
}

/** Finds the edges that lead from one node to several at once, or from those to one: a choice has labels. */
export function parallelEdges({ nodes, edges }: FlowGraph, loops: ReadonlySet<FlowEdge>): Set<FlowEdge> {
  const plain = edges.filter((edge) => !edge.label && !loops.has(edge));
  const forks = nodes.flatMap((_, node) => {
    const onward = plain.filter(({ from }) => from === node);
    return onward.length > 1 ? onward : [];
  });
  const targets = new Set(forks.map(({ to }) => to));
  const joining = plain.filter(({ from, to }) => targets.has(from) && plain.filter((one) => one.to === to).length > 1);
  return new Set([...forks, ...joining]);
}

/** Returns the longest ways through a flowchart, from its first node on; as many as `most`. */
export function longestWays({ nodes, edges }: FlowGraph, loops: ReadonlySet<FlowEdge>, most: number): number[][] {
  const onward = nodes.map((_, node) =>
    edges.filter((edge) => edge.from === node && !loops.has(edge)).map(({ to }) => to),
  );
  const lengths = new Map<number, number>();
  const lengthFrom = (node: number): number => {
    const known = lengths.get(node);
    if (known !== undefined) return known;
    const length = 1 + Math.max(0, ...(onward[node] ?? []).map(lengthFrom));
    lengths.set(node, length);
    return length;
  };
  const longest = Math.max(0, ...nodes.map((_, node) => lengthFrom(node)));
  const ways: number[][] = [];
  const follow = (way: number[], node: number): void => {
    if (ways.length >= most) return;
    const next = (onward[node] ?? []).filter((one) => lengthFrom(one) === lengthFrom(node) - 1);
    if (next.length === 0) ways.push([...way, node]);
    for (const one of next) follow([...way, node], one);
  };
  nodes.forEach((_, node) => {
    if (lengthFrom(node) === longest) follow([], node);
  });
  return ways;
}

/** Tells whether every node can be reached from every other one, along edges in any direction. */
export function isConnected({ nodes, edges }: FlowGraph): boolean {
  const reached = new Set([0]);
  for (const node of reached) {
    for (const { from, to } of edges) {
      if (from === node) reached.add(to);
      if (to === node) reached.add(from);
    }
  }
  return reached.size === nodes.length;
}
