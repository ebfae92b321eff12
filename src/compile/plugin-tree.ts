/** Trees as plugins of projects leave them: anything may be there. */

type Fields = Readonly<Record<string, unknown>>;

/** Kinds of trees. */
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
  const { type } = node;
  if (typeof type !== 'string') return 'it made a node without a type';
  if (above.has(node)) return `it put a “${type}” into itself`;
  cleanPosition(node);
  const fault = dataFault(node) ?? (kind === 'hast' ? elementFault(node) : markdownFault(node));
  if (fault !== undefined) return fault;
  const isLeaf = LEAVES[kind].has(type);
  if (isLeaf || (node['children'] === undefined && !PARENTS[kind].has(type))) {
    delete node['children'];
    return undefined;
  }
  above.add(node);
  const found = childFault(node, kind, above);
  above.delete(node);
  return found;
}

function childFault({ type, children }: Fields, kind: TreeKind, above: Set<unknown>): string | undefined {
  if (!Array.isArray(children)) return `it made a “${String(type)}” whose children are ${shown(children)}`;
  const only = kind === 'mdast' ? ONLY.get(String(type)) : undefined;
  for (const child of children) {
    const found = nodeFault(child, kind, above);
    if (found !== undefined) return found;
    if (only !== undefined && child.type !== only) return `it put a “${child.type}” into a “${String(type)}”`;
  }
  return undefined;
}

/** Nodes that hold one kind of child only. */
const ONLY: ReadonlyMap<string, string> = new Map([
  ['list', 'listItem'],
  ['table', 'tableRow'],
  ['tableRow', 'tableCell'],
]);

/** Checks `data` that plugins set for the element that a node becomes. */
function dataFault(node: Record<string, unknown>): string | undefined {
  const type = String(node['type']);
  node['data'] ??= undefined;
  const { data } = node;
  if (data === undefined) return undefined;
  if (!isFields(data) || Array.isArray(data)) return `it made a “${type}” whose data is ${shown(data)}`;
  const { hName, hProperties, hChildren, fence, attributes } = data;
  if (!isMissing(hName) && !isTagName(hName)) return `it gave a “${type}” the hName ${shown(hName)}`;
  if (!isMissing(hProperties) && !isProperties(hProperties))
    return `it gave a “${type}” hProperties with ${wrongIn(hProperties)}`;
  if (fence !== undefined && !(isFields(fence) && typeof fence['value'] === 'string'))
    return `it changed the fence of a “${type}”`;
  if (type === 'heading' && attributes !== undefined && !isSettings(attributes))
    return 'it changed the settings of a heading';
  if (isMissing(hChildren)) return undefined;
  return childFault({ type: `${type} of hChildren`, children: hChildren }, 'hast', new Set([node]));
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const LEAVES: Readonly<Record<TreeKind, ReadonlySet<string>>> = {
  hast: words('text comment raw doctype'),
  mdast: words('text inlineCode code html math inlineMath image imageReference break thematicBreak definition'),
};

const PARENTS: Readonly<Record<TreeKind, ReadonlySet<string>>> = {
  hast: words('root element'),
  mdast: words(
    'root paragraph heading blockquote list listItem table tableRow tableCell emphasis strong delete link linkReference ' +
      'footnoteDefinition slide slideNotes containerDirective leafDirective textDirective',
  ),
};

/** Fields that nodes must have. */
const REQUIRED: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['value', words('text inlineCode code html math inlineMath comment raw')],
  ['url', words('link image definition')],
  ['identifier', words('footnoteDefinition linkReference imageReference footnoteReference definition')],
  ['name', words('containerDirective leafDirective textDirective')],
]);

/** Fields that are texts, where nodes have them. */
const TEXTS = ['value', 'url', 'identifier', 'label', 'title', 'alt', 'lang', 'meta', 'name'];

function textFault(node: Record<string, unknown>): string | undefined {
  // What is there makes a text of a node that nobody knows.
  if (isMissing(node['value'])) delete node['value'];
  const type = String(node['type']);
  const missing = [...REQUIRED].find(([key, types]) => types.has(type) && typeof node[key] !== 'string')?.[0];
  const wrong = missing ?? TEXTS.find((key) => !isMissing(node[key]) && typeof node[key] !== 'string');
  return wrong && `it made a “${type}” whose ${wrong} is ${shown(node[wrong])}`;
}

function markdownFault(node: Record<string, unknown>): string | undefined {
  const { type, depth, attributes, align, start } = node;
  const fault = textFault(node);
  if (fault !== undefined) return fault;
  if (type === 'heading' && !(typeof depth === 'number' && [1, 2, 3, 4, 5, 6].includes(depth)))
    return `it made a heading whose depth is ${shown(depth)}`;
  const isDirective = String(type).endsWith('Directive');
  if (isDirective && !isMissing(attributes) && !(isFields(attributes) && Object.values(attributes).every(isText)))
    return `it made a “${String(type)}” whose attributes are ${shown(attributes)}`;
  if (!isMissing(start) && typeof start !== 'number') return `it made a list whose start is ${shown(start)}`;
  if (!isMissing(align) && !Array.isArray(align)) return `it made a table whose align is ${shown(align)}`;
  return type === 'slide' ? slideFault(node['data']) : undefined;
}

function isSettings(value: unknown): boolean {
  if (!isFields(value) || !isText(value['id']) || !(value['values'] instanceof Map)) return false;
  return Array.isArray(value['classes']) && value['classes'].every((one) => typeof one === 'string');
}

/** A slide has its notes and settings beside its children. */
function slideFault(data: unknown): string | undefined {
  const { attributes, notes } = isFields(data) ? data : {};
  const isWhole = Array.isArray(attributes) && attributes.every(isSettings);
  if (!isWhole) return 'it changed the settings of a slide';
  return childFault({ type: 'slide', children: notes }, 'mdast', new Set());
}

const HTML_TYPES = new Set(['root', 'element', 'text', 'comment', 'raw', 'doctype']);

function elementFault(node: Record<string, unknown>): string | undefined {
  const type = String(node['type']);
  if (!HTML_TYPES.has(type)) return `it made a “${type}”, which HTML does not have`;
  if (type !== 'element') return textFault(node);
  const { tagName } = node;
  if (!isTagName(tagName)) return `it made an element with the name ${shown(tagName)}`;
  node['properties'] ??= {};
  const { properties } = node;
  return isProperties(properties) ? undefined : `it gave <${tagName}> properties with ${wrongIn(properties)}`;
}

function isTagName(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z][^\s<>/]*$/i.test(value);
}

function isProperties(value: unknown): value is Fields {
  return isFields(value) && !Array.isArray(value) && Object.values(value).every(isPropertyValue);
}

/** Says what properties cannot have. */
function wrongIn(properties: unknown): string {
  if (!isFields(properties) || Array.isArray(properties)) return shown(properties);
  const [key, value] = Object.entries(properties).find(([, one]) => !isPropertyValue(one)) ?? [];
  return `${shown(value)} as “${key}”`;
}

function isPropertyValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((one) => typeof one === 'string' || typeof one === 'number');
  return isMissing(value) || ['string', 'number', 'boolean'].includes(typeof value);
}

function isMissing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function isText(value: unknown): boolean {
  return isMissing(value) || typeof value === 'string';
}

/** Positions are nothing that is worth a plugin's failure. */
function cleanPosition(node: Record<string, unknown>): void {
  const { position } = node;
  if (position === undefined) return;
  if (!isFields(position) || !isPoint(position['start']) || !isPoint(position['end'])) delete node['position'];
}

function isPoint(value: unknown): boolean {
  return isFields(value) && ['line', 'column', 'offset'].every((key) => typeof value[key] === 'number');
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return String(value);
  if (typeof value === 'string') return `“${value.slice(0, 40)}”`;
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
