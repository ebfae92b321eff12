import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { hasType, walk } from '../model/walk.ts';
import type { DeckDefinitions } from './slide-node.ts';

/**
 * Takes the link and footnote definitions out of a tree. Where a label is defined twice the first counts, as
 * CommonMark says.
 */
export function takeDefinitions(tree: Root): DeckDefinitions {
  const found: DeckDefinitions = { links: new Map(), footnotes: new Map() };
  if (!hasType(tree, 'definition') && !hasType(tree, 'footnoteDefinition')) return found;
  visit(tree, (node, index, parent) => {
    if (node.type === 'definition') addFirst(found.links, node);
    else if (node.type === 'footnoteDefinition') addFirst(found.footnotes, node);
    else return undefined;
    if (parent && index !== undefined) parent.children.splice(index, 1);
    return node.type === 'definition' ? [SKIP, index] : index;
  });
  return found;
}

function addFirst<T extends Definition | FootnoteDefinition>(map: Map<string, T>, node: T): void {
  if (!map.has(node.identifier)) map.set(node.identifier, node);
}

/** Returns the definitions that nodes refer to, including references in their footnotes. */
export function definitionsFor(nodes: readonly Nodes[], all: DeckDefinitions): (Definition | FootnoteDefinition)[] {
  if (all.links.size === 0 && all.footnotes.size === 0) return [];
  const used = new Set<Definition | FootnoteDefinition>();
  const pending = [...nodes];
  for (let node = pending.pop(); node; node = pending.pop()) {
    walk(node, (child: Nodes) => {
      if (child.type === 'linkReference' || child.type === 'imageReference') {
        const link = all.links.get(child.identifier);
        if (link) used.add(link);
      } else if (child.type === 'footnoteReference') {
        const footnote = all.footnotes.get(child.identifier);
        if (footnote && !used.has(footnote)) {
          used.add(footnote);
          pending.push(footnote);
        }
      }
    });
  }
  return [...used];
}
