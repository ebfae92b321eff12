import type { Break, Nodes, PhrasingContent, Root, Text } from 'mdast';
import type { Plugin } from 'unified';
import { walk } from '../model/walk.ts';

export interface LineBreaksOptions {
  /** @default false */
  enabled: boolean;
}

/** Makes a line break of each end of a line in a paragraph. */
export const lineBreaks: Plugin<[LineBreaksOptions], Root> =
  ({ enabled }) =>
  (tree) => {
    if (!enabled) return;
    walk<Nodes>(tree, (node) => {
      if (!('children' in node) || !node.children.some(hasLines)) return;
      const children = node.children as PhrasingContent[];
      const lines = children.flatMap((child): PhrasingContent[] => (hasLines(child) ? broken(child) : [child]));
      children.splice(0, children.length, ...lines);
    });
  };

function hasLines(node: Nodes): node is Text {
  return node.type === 'text' && node.value.includes('\n');
}

/** Splits a text into lines. They have no position of their own. */
function broken({ value }: Text): (Text | Break)[] {
  const parts: (Text | Break)[] = [];
  const lines = value.split('\n');
  lines.forEach((line, index) => {
    if (index > 0) parts.push({ type: 'break' });
    const started = index > 0 ? line.trimStart() : line;
    const text = index < lines.length - 1 ? started.trimEnd() : started;
    if (text !== '') parts.push({ type: 'text', value: text });
  });
  return parts;
}
