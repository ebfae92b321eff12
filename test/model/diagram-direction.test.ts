import { describe, expect, test } from 'vitest';
import { drawGraph } from '../../src/diagrams/graphviz.ts';
import { alongRoom, dependsOnRoom, isMermaidOpen, withDirection } from '../../src/model/diagram-direction.ts';

describe('directions that authors leave open', () => {
  test.each([
    ['flowchart\n  A --> B', 'flowchart LR\n  A --> B'],
    ['graph;\n  A --> B', 'graph LR;\n  A --> B'],
    ['%% a comment\nflowchart\n  A --> B', '%% a comment\nflowchart LR\n  A --> B'],
    ['stateDiagram-v2\n  [*] --> A', 'stateDiagram-v2\n  direction LR\n  [*] --> A'],
    ['erDiagram\n  A ||--o{ B : has', 'erDiagram\n  direction LR\n  A ||--o{ B : has'],
  ])('%j', (source, turned) => {
    expect(isMermaidOpen(source)).toBe(true);
    expect(withDirection(source, 'LR')).toBe(turned);
  });

  test.each([
    'flowchart TB\n  A --> B',
    'graph LR\n  A --> B',
    'stateDiagram-v2\n  direction TB\n  [*] --> A',
    'classDiagram\n  direction RL\n  A <|-- B',
    'sequenceDiagram\n  A->>B: hello',
  ])('are not those of %j', (source) => {
    expect(isMermaidOpen(source)).toBe(false);
  });

  test('depend on the room of a diagram, as kinds do that have a width of their own', () => {
    expect(dependsOnRoom('dot', 'digraph { a -> b }')).toBe(true);
    expect(dependsOnRoom('dot', 'digraph { rankdir=TB; a -> b }')).toBe(false);
    expect(dependsOnRoom('mermaid', 'gantt\n  a : 2026-01-01, 3d')).toBe(true);
    expect(dependsOnRoom('mermaid', 'mindmap\n  a')).toBe(false);
  });
});

test('graphs take the direction in which their room shows them larger', async () => {
  const size = async (source: string, options: Record<string, string>): Promise<[number, number]> => {
    const drawn = await drawGraph({ kind: 'dot', source, options });
    const [, width, height] = ('markup' in drawn && /viewBox="\S+ \S+ (\S+) (\S+)"/.exec(drawn.markup)) || [];
    return [Number(width), Number(height)];
  };
  const chain = 'digraph { one -> two -> three -> four -> five }';
  const [wide, low] = await size(chain, {});
  expect(wide).toBeGreaterThan(low * 3);
  const [slim, high] = await size(chain, { room: '200' });
  expect(high).toBeGreaterThan(slim * 3);
  const [chosen, tall] = await size(chain.replace('{', '{ rankdir=TB;'), {});
  expect(tall).toBeGreaterThan(chosen * 3);
});

test('a flowchart can take the direction of its room, others stay as they are', () => {
  const [upright, wide] = [
    { width: 300, height: 480 },
    { width: 1100, height: 480 },
  ];
  expect(alongRoom('%% graph LR\nflowchart LR\n  A --> B', upright)).toBe('%% graph LR\nflowchart TB\n  A --> B');
  expect(alongRoom('graph RL;\n  A --> B', upright)).toBe('graph TB;\n  A --> B');
  expect(alongRoom('flowchart TB\n  LR --> B', upright)).toBe('flowchart LR\n  LR --> B');
  expect(alongRoom('flowchart\n  A --> B', upright)).toBeUndefined();
  expect(alongRoom('graph TD\n  A --> B', wide)).toBe('graph LR\n  A --> B');
  expect(alongRoom('flowchart LR\n  TD --> B', wide)).toBeUndefined();
  expect(alongRoom('flowchart LR\n  TD --> B', { width: 540, height: 480 })).toBe('flowchart TB\n  TD --> B');
});
