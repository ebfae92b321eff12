import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';

/** Footnotes that were taken out of a page, by their ids. */
export type Footnotes = ReadonlyMap<string, readonly ElementContent[]>;

/** The name of the element that takes the place of a reference. */
export const REFERENCE = 'footnote-reference';

/**
 * Takes footnotes out of a page: items of a list with an id that a small raised link leads to. Each reference becomes an element of its own, and links
 * back go.
 */
export function takeFootnotes(tree: Root): Footnotes {
  const items = new Map<string, Element>();
  visit(tree, (node) => {
    if (node.tagName === 'li' && typeof node.properties['id'] === 'string') items.set(node.properties['id'], node);
  });
  const found = new Map<string, readonly ElementContent[]>();
  visit(tree, (node) => {
    const [link, ...more] = node.tagName === 'sup' ? node.children : [];
    const id = link?.type === 'element' && more.length === 0 ? targetOf(link) : undefined;
    const item = id === undefined ? undefined : items.get(id);
    if (id === undefined || !item) return;
    node.tagName = REFERENCE;
    node.properties = { id };
    node.children = [];
    found.set(id, withoutBackLinks(item.children));
  });
  remove(tree, (node) => node.tagName === 'li' && found.has(String(node.properties['id'])));
  remove(tree, (node) => node.tagName === 'ol' && toString(node).trim() === '');
  return found;
}

function visit(node: Root | Element, each: (node: Element) => void): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    each(child);
    visit(child, each);
  }
}

function remove(node: Root | Element, isGone: (node: Element) => boolean): void {
  node.children = node.children.filter((child) => child.type !== 'element' || !isGone(child)) as typeof node.children;
  for (const child of node.children) if (child.type === 'element') remove(child, isGone);
}

function targetOf(node: Element): string | undefined {
  const { href } = node.properties;
  return node.tagName === 'a' && typeof href === 'string' && href.startsWith('#') ? href.slice(1) : undefined;
}

function withoutBackLinks(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (targetOf(node) !== undefined) return [];
    return [Object.assign({}, node, { children: withoutBackLinks(node.children) })];
  });
}
