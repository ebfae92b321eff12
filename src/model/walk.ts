import type { Element, Nodes as HastNodes, Parents as HastParents } from 'hast';

interface TreeNode {
  type: string;
  children?: TreeNode[];
}

/**
 * Calls `visitor` for each node, parents first. For trees that are only looked at: unist-util-visit also keeps ancestors
 * and follows changes, which over a whole deck takes longer than the work of most plugins.
 */
export function walk<T extends TreeNode>(node: T, visitor: (node: T) => void): void {
  visitor(node);
  const { children } = node;
  if (children) for (const child of children) walk(child as T, visitor);
}

/** Calls a visitor for each element of a hast tree, with its parent. */
export function eachElement(parent: HastNodes, visitor: (element: Element, parent: HastParents) => void): void {
  if (!('children' in parent)) return;
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    visitor(child, parent);
    eachElement(child, visitor);
  }
}

/** Tells whether a tree contains a node of that type. */
export function hasType(node: TreeNode, type: string): boolean {
  return node.type === type || (node.children?.some((child) => hasType(child, type)) ?? false);
}
