import type { Nodes, Root } from 'mdast';

/** A word joiner: it has no width, and keeps signs apart that mean something together. */
const JOINER = '\u2060';

/**
 * Signs of a deck's language that a backslash does not take their meaning from, since they are read in the text: `:smile:`, `:::name`,
 * `[[name]]` and `[^1]` without a footnote.
 */
const MEANT: readonly [found: RegExp, shown: string][] = [
  [/:(?=[\w+-]+:)/g, `:${JOINER}`],
  [/:(?=:)/g, `:${JOINER}`],
  [/\[(?=[\^[])/g, `[${JOINER}`],
];

/** Keeps words of an article from being read as syntax of a deck. Directives of the draft itself are nodes, not text. */
export function shieldWords(tree: Root): Root {
  return { ...tree, children: tree.children.map(shielded) };
}

function shielded<Node extends Nodes>(node: Node): Node {
  if (node.type === 'text')
    return { ...node, value: MEANT.reduce((text, [found, shown]) => text.replaceAll(found, shown), node.value) };
  if (!('children' in node)) return node;
  return { ...node, children: node.children.map((child) => shielded(child)) };
}
