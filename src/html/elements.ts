import type { Element, ElementContent, Parents, Properties } from 'hast';

/** Creates an element. */
export function element(tagName: string, properties: Properties, children: ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children };
}

/** Creates a text node. */
export function text(value: string): ElementContent {
  return { type: 'text', value };
}

/** Tells whether an element has a class. */
export function hasClass({ properties }: Element, name: string): boolean {
  const { className } = properties;
  return Array.isArray(className) && className.includes(name);
}

/** Tells whether an element is a heading. */
export function isHeading({ tagName }: Element): boolean {
  return /^h[1-6]$/.test(tagName);
}

/** Adds classes to an element. */
export function addClass(target: Element, ...names: string[]): void {
  const { className } = target.properties;
  target.properties['className'] = [...(Array.isArray(className) ? className : []), ...names];
}

/** Turns an element into another one in its place; its position stays. */
export function replaceWith(target: Element, other: Element): void {
  target.tagName = other.tagName;
  target.properties = other.properties;
  target.children = other.children;
}

/** Returns the element after another one, if only spaces are between them. */
export function nextElement(one: Element, { children }: Parents): Element | undefined {
  const from = children.findIndex((child) => child === one) + 1;
  const next = children.slice(from).find((child) => child.type !== 'text' || child.value.trim() !== '');
  return next?.type === 'element' ? next : undefined;
}

/** Takes an element out of its parent. */
export function takeOut(one: Element, { children }: Parents): void {
  const at = children.findIndex((child) => child === one);
  if (at !== -1) children.splice(at, 1);
}
