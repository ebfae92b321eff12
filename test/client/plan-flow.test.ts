import { describe, expect, test } from 'vitest';
import { isConnected, loopEdges, type FlowGraph } from '../../src/client/diagrams/flow-graph.ts';
import { planFlow } from '../../src/client/diagrams/plan-flow.ts';
import type { FlowPlan } from '../../src/client/diagrams/size-flow.ts';

const room = { width: 1104, height: 484 };

/** Reads rows such as `Start > Step > ?Small` and `?Small > End : yes`; decisions are square. */
function read(...rows: string[]): { graph: FlowGraph; names: string[] } {
  const names: string[] = [];
  const edges = rows.flatMap((row) => {
    const [chain = '', label] = row.split(' : ');
    const ways = chain.split(' > ').map((name) => {
      if (!names.includes(name)) names.push(name);
      return names.indexOf(name);
    });
    const size = label === undefined ? {} : { label: { width: label.length * 9, height: 22 } };
    return ways.slice(1).map((to, at) => Object.assign({ from: ways[at] ?? 0, to }, size));
  });
  const nodes = names.map((name) =>
    name.startsWith('?') ? { width: 130, height: 130 } : { width: name.length * 9 + 34, height: 42 },
  );
  return { graph: { nodes, edges }, names };
}

/** Edges that are not level or upright, that run through a node, or whose label lies on one. */
function faultsOf({ nodes, edges }: FlowGraph, plan: FlowPlan): string[] {
  const boxes = plan.nodes.map(([x, y], node) => {
    const { width = 0, height = 0 } = nodes[node] ?? {};
    return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
  });
  const meets = (left: number, right: number, top: number, bottom: number): boolean =>
    boxes.some((box) => left < box.right - 1 && right > box.left + 1 && top < box.bottom - 1 && bottom > box.top + 1);
  return plan.edges.flatMap((points, edge) => {
    const name = `${edges[edge]?.from} to ${edges[edge]?.to}`;
    const lines = points.slice(1).flatMap(([x, y], at): string[] => {
      const [fromX, fromY] = points[at] ?? [x, y];
      if (x !== fromX && y !== fromY) return [`${name} is aslant`];
      const through = meets(Math.min(x, fromX), Math.max(x, fromX), Math.min(y, fromY), Math.max(y, fromY));
      return through ? [`${name} runs through a node`] : [];
    });
    const [label, size] = [plan.labels[edge], edges[edge]?.label];
    const onNode =
      label &&
      size &&
      meets(
        label[0] - size.width / 2,
        label[0] + size.width / 2,
        label[1] - size.height / 2,
        label[1] + size.height / 2,
      );
    return onNode ? [...lines, `the label of ${name} lies on a node`] : lines;
  });
}

const CHARTS = {
  'a loop': [
    'Start with r > Step along p > Move x > ?Small',
    '?Small > Return x : yes',
    '?Small > New direction : no',
    'New direction > Step along p',
  ],
  'two loops': [
    'Pull request > Build and test',
    'Build and test > Pull request : red',
    'Build and test > ?Approved : green',
    '?Approved > Pull request : no',
    '?Approved > Merge : yes',
    'Merge > Deploy > ?Smoke tests',
    '?Smoke tests > Roll back : fail',
    '?Smoke tests > Production : pass',
  ],
  'ways that meet again': [
    'Order > ?In stock',
    '?In stock > Reserve : yes',
    '?In stock > Back order : no',
    'Reserve > Invoice > Ship',
    'Back order > Invoice',
  ],
  states: [
    'o > Draft',
    'Draft > Submitted : submit',
    'Submitted > Paid : payment received',
    'Submitted > Cancelled : timeout',
    'Paid > Shipped : hand over',
    'Shipped > Delivered > O',
    'Shipped > Returned : refused',
    'Returned > O',
    'Cancelled > O',
  ],
};

describe.each(Object.entries(CHARTS))('a flowchart with %s', (_, rows) => {
  test.each([true, false])(
    'has no edge through a node, and letters of a slide’s text (from left to right: %s)',
    (isLying) => {
      const { graph } = read(...rows);
      const plan = planFlow(graph, { drawn: undefined, room, isLying });
      if (!plan) throw new Error('there is no plan');
      expect(faultsOf(graph, plan)).toEqual([]);
      expect(Math.min(room.width / plan.width, room.height / plan.height)).toBeGreaterThan(1.2);
    },
  );
});

test('a loop comes back in a straight line, and what it repeats stays in one row', () => {
  const { graph, names } = read(...CHARTS['a loop']);
  const plan = planFlow(graph, { drawn: undefined, room, isLying: true });
  const back = graph.edges.findIndex(({ from }) => names[from] === 'New direction');
  expect(plan?.edges[back]).toHaveLength(2);
  const rows = ['Start with r', 'Step along p', 'Move x'].map((name) => plan?.nodes[names.indexOf(name)]?.[1]);
  expect(new Set(rows).size).toBe(1);
});

test('edges share a line only where every way that it seems to have exists', () => {
  const { graph } = read('a > x', 'a > y', 'b > x', 'b > y', 's > a', 's > b');
  const drawn = (['a', 'x', 'y', 'b', 's'] as const).map((name) => CELLS[name]);
  const plan = planFlow(graph, { drawn, room, isLying: true });
  const upright = plan?.edges.slice(1, 3).map((points) => points[1]?.[0]);
  expect(new Set(upright).size).toBe(1);
});

const CELLS = { s: [0, 1], a: [1, 0], b: [1, 2], x: [2, 0], y: [2, 2] } as const;

test('trees and chains stay as Mermaid draws them', () => {
  for (const rows of [['a > b > c > d'], ['a > b', 'a > c', 'b > d', 'b > e', 'c > f']]) {
    expect(planFlow(read(...rows).graph, { drawn: undefined, room, isLying: true })).toBeUndefined();
  }
});

test('loops are the edges that lead back', () => {
  const { graph } = read('a > b > c > b', 'c > d');
  expect([...loopEdges(graph)]).toEqual([{ from: 2, to: 1 }]);
  expect(isConnected(graph)).toBe(true);
  expect(isConnected({ ...graph, edges: graph.edges.slice(1, 3) })).toBe(false);
});
