import type { Element, Nodes, Root } from 'hast';
import { find as findAttribute, html } from 'property-information';

/** Finds all elements that fit, in the order of the page. */
export function find(root: Root | Element, fits: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'element' && fits(node)) found.push(node);
    if (node.type === 'element' && node.content) visit(node.content);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return found;
}

export function elementsOf(element: Element): Element[] {
  return element.children.filter((child) => child.type === 'element');
}

/** Returns the attributes of an element as HTML writes them. */
export function attributesOf({ properties }: Element): Map<string, string> {
  return new Map(
    Object.entries(properties).flatMap(([name, value]) => {
      if (value === false || value === null || value === undefined) return [];
      const text = Array.isArray(value) ? value.join(' ') : value === true ? '' : String(value);
      return [[findAttribute(html, name).attribute, text] as const];
    }),
  );
}

/** Returns the text of an element, as a browser has it. */
export function textOf(element: Nodes | undefined): string {
  if (!element) return '';
  if (element.type === 'text') return element.value;
  if (element.type === 'element' && element.content) return textOf(element.content);
  return 'children' in element ? element.children.map(textOf).join('') : '';
}
