import type { Element } from 'xast';
import { x } from 'xastscript';
import { toXml } from 'xast-util-to-xml';

export type { Element } from 'xast';

type Child = Element | string | undefined | readonly Child[];

/**
 * Makes an element of a part; children that are `undefined` are left out. The schemas of PresentationML want children in
 * one order.
 */
export function xml(
  name: string,
  attributes: Readonly<Record<string, string | number | boolean | undefined>> = {},
  ...children: Child[]
): Element {
  const known = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, valueOf(value)] as const],
  );
  return x(name, Object.fromEntries(known), ...children.flatMap(nodesOf));
}

function valueOf(value: string | number | boolean): string | number {
  if (typeof value === 'string') return plainText(value);
  return Number(value);
}

function nodesOf(child: Child): (Element | string)[] {
  if (child === undefined) return [];
  if (typeof child === 'string') return [plainText(child)];
  return 'type' in child ? [child] : child.flatMap(nodesOf);
}

/** Leaves out what XML cannot hold: control characters and halves of characters. */
function plainText(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.toWellFormed().replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Returns the text of a part. */
export function partText(root: Element): string {
  return DECLARATION + toXml(root, { closeEmptyElements: true });
}

/** Namespaces of slides, layouts and masters. */
export const NAMESPACES = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
} as const;
