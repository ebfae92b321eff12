import type { Element, Nodes, Text } from 'hast';
import { eachElement, walk } from '../model/walk.ts';

/**
 * Makes the ids inside a drawing its own, wherever they are used in it: several drawings share a document.
 *
 * @param prefix - no other drawing has the same.
 */
export function ownIds(svg: Element, prefix: string): void {
  const names = new Map<string, string>();
  eachElement({ type: 'root', children: [svg] }, ({ properties }) => {
    const { id } = properties;
    if (typeof id === 'string' && !names.has(id)) names.set(id, `${prefix}-${names.size + 1}`);
  });
  const placed = new Set<string>();
  eachElement({ type: 'root', children: [svg] }, ({ properties }) => {
    // Mermaid gives some ids twice; nothing can refer to the second.
    if (typeof properties['id'] !== 'string') return;
    if (placed.has(properties['id'])) delete properties['id'];
    else placed.add(properties['id']);
  });
  if (names.size === 0) return;
  const renamed = (value: string): string =>
    value.replace(/#([\w:.-]+)/g, (whole, id: string) => (names.has(id) ? `#${names.get(id)}` : whole));
  walk<Nodes>(svg, (node) => {
    if (node.type === 'element') renameIn(node, names, renamed);
  });
}

function renameIn(element: Element, names: Map<string, string>, renamed: (value: string) => string): void {
  for (const [key, value] of Object.entries(element.properties)) {
    if (typeof value !== 'string') continue;
    const own = key === 'id' || key.startsWith('aria') ? names.get(value) : undefined;
    element.properties[key] = own ?? renamed(value);
  }
  if (element.tagName !== 'style') return;
  for (const child of element.children) if (child.type === 'text') (child as Text).value = renamed(child.value);
}

/** Width and height of a drawing in px, from its `viewBox` or its own sizes. */
export function sizeOf({ properties }: Element): { width: number; height: number } | undefined {
  const box = String(properties['viewBox'] ?? '')
    .split(/[\s,]+/)
    .map(Number);
  const [width, height] =
    box.length === 4
      ? [box[2], box[3]]
      : [Number.parseFloat(String(properties['width'])), Number.parseFloat(String(properties['height']))];
  return width && height && width > 0 && height > 0 ? { width, height } : undefined;
}
