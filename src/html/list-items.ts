import type { List, ListItem, Parents } from 'mdast';
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast';

/**
 * Makes mdast-util-to-hast handlers for list items that look at the list once. Its own look through all items for each of
 * them, to learn whether blank lines part them.
 */
export function listHandlers(): Handlers {
  const standIns = new WeakMap<Parents, List>();
  return {
    listItem(state: State, node: ListItem, parent: Parents | undefined) {
      if (parent?.type !== 'list') return defaultHandlers.listItem(state, node, parent);
      const standIn = standIns.get(parent) ?? { type: 'list', spread: isLoose(parent), children: [] };
      standIns.set(parent, standIn);
      return defaultHandlers.listItem(state, node, standIn);
    },
  };
}

function isLoose({ spread, children }: List): boolean {
  return (spread ?? false) || children.some((item) => item.spread ?? item.children.length > 1);
}
