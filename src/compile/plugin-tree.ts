/** Trees as plugins of projects leave them: anything may stand there. */

type Fields = Readonly<Record<string, unknown>>;

/** Which kind of tree it is. */
export type TreeKind = 'mdast' | 'hast';

/** Copies a tree. What is not plain data, such as files, is shared, and so is what is known of the tree as a whole. */
export function copyTree<T extends { children: readonly unknown[] }>(tree: T): T {
  return { ...tree, children: tree.children.map(copyPlain) };
}

function copyPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyPlain);
  if (!isFields(value)) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copyPlain(one)]));
}

/** Says what makes a tree one that cannot be read on; `undefined` where nothing does. Missing properties are added. */
export function treeFault(tree: unknown, kind: TreeKind): string | undefined {
  if (!isFields(tree) || tree['type'] !== 'root') return 'it returned something that is not a tree';
  return nodeFault(tree, kind, new Set());
}

function nodeFault(node: unknown, kind: TreeKind, above: Set<unknown>): string | undefined {
  if (!isFields(node)) return `it put ${shown(node)} where a node belongs`;
  if (typeof node['type'] !== 'string') return 'it made a node without a type';
  if (above.has(node)) return `it put a “${node['type']}” into itself`;
  const fault = kind === 'hast' ? elementFault(node) : markdownFault(node);
  if (fault !== undefined) return fault;
  cleanPosition(node);
  const { children } = node;
  if (children === undefined && !PARENTS[kind].has(node['type'])) return undefined;
  if (!Array.isArray(children)) return `it made a “${node['type']}” whose children are ${shown(children)}`;
  above.add(node);
  for (const child of children) {
    const found = nodeFault(child, kind, above);
    if (found !== undefined) return found;
  }
  above.delete(node);
  return undefined;
}

const PARENTS: Readonly<Record<TreeKind, ReadonlySet<string>>> = {
  hast: new Set(['root', 'element']),
  mdast: new Set(
    (
      'root paragraph heading blockquote list listItem table tableRow tableCell emphasis strong delete link linkReference ' +
      'footnoteDefinition slide slideNotes containerDirective leafDirective textDirective'
    ).split(' '),
  ),
};

/** Texts that a node must have. */
const TEXTS: Readonly<Record<TreeKind, Readonly<Record<string, string>>>> = {
  hast: { text: 'value', comment: 'value', raw: 'value', element: 'tagName' },
  mdast: Object.fromEntries(
    Object.entries({
      value: ['text', 'inlineCode', 'code', 'html', 'math', 'inlineMath'],
      url: ['link', 'image', 'definition'],
      identifier: ['footnoteDefinition', 'linkReference', 'imageReference', 'footnoteReference'],
      name: ['containerDirective', 'leafDirective', 'textDirective'],
    }).flatMap(([key, types]) => types.map((type) => [type, key])),
  ),
};

function textFault(node: Fields, kind: TreeKind): string | undefined {
  const type = String(node['type']);
  const key = Object.hasOwn(TEXTS[kind], type) ? TEXTS[kind][type] : undefined;
  if (key === undefined || typeof node[key] === 'string') return undefined;
  return `it made a “${type}” whose ${key} is ${shown(node[key])}`;
}

function markdownFault(node: Fields): string | undefined {
  const { type, depth } = node;
  if (type === 'heading' && !(typeof depth === 'number' && [1, 2, 3, 4, 5, 6].includes(depth)))
    return `it made a heading whose depth is ${shown(depth)}`;
  return textFault(node, 'mdast');
}

const HTML_TYPES = new Set(['root', 'element', 'text', 'comment', 'raw', 'doctype']);

function elementFault(node: Record<string, unknown>): string | undefined {
  const type = String(node['type']);
  if (!HTML_TYPES.has(type)) return `it made a “${type}”, which HTML does not have`;
  if (type !== 'element') return textFault(node, 'hast');
  const { tagName } = node;
  if (typeof tagName !== 'string' || !/^[a-z][^\s<>/]*$/i.test(tagName))
    return `it made an element with the name ${shown(tagName)}`;
  node['properties'] ??= {};
  const { properties } = node;
  if (!isFields(properties)) return `it made a <${tagName}> whose properties are ${shown(properties)}`;
  const wrong = Object.entries(properties).find(([, value]) => !isPropertyValue(value));
  return wrong && `it gave <${tagName}> the property “${wrong[0]}” with ${shown(wrong[1])}`;
}

function isPropertyValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((one) => typeof one === 'string' || typeof one === 'number');
  return value === null || value === undefined || ['string', 'number', 'boolean'].includes(typeof value);
}

/** Positions are nothing that is worth a plugin's failure. */
function cleanPosition(node: Record<string, unknown>): void {
  const { position } = node;
  if (position === undefined) return;
  if (!isFields(position) || !isPoint(position['start']) || !isPoint(position['end'])) delete node['position'];
}

function isPoint(value: unknown): boolean {
  return isFields(value) && typeof value['line'] === 'number' && typeof value['column'] === 'number';
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (typeof value === 'string') return `“${value.slice(0, 40)}”`;
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
