import { expect, test } from 'vitest';
import { drawGraph } from '../../src/diagrams/graphviz.ts';

/** Draws a graph, and returns its width as a share of the px of its letters. */
async function breadth(source: string): Promise<number> {
  const drawn = await drawGraph({ kind: 'dot', source, options: {} });
  if (!('markup' in drawn)) throw new Error(drawn.problem);
  const [, , width = 0] = (/viewBox="([^"]*)"/.exec(drawn.markup)?.[1] ?? '').split(' ').map(Number);
  return width / Number(/font-size="(\d+)"/.exec(drawn.markup)?.[1]);
}

test('nodes of a chain are closer to each other, so that its labels are larger', async () => {
  const [chain, pair] = await Promise.all([
    breadth('digraph { rankdir=LR; Client -> Balancer -> Proxy -> Cache -> Store -> Archive }'),
    breadth('digraph { rankdir=LR; Client -> Balancer }'),
  ]);
  // Six nodes and five arrows have less than three times the room of two nodes and an arrow.
  expect(chain).toBeLessThan(2.9 * pair);
});
