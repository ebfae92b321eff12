import { SaxesParser } from 'saxes';

/** An element of presentation MathML. */
export interface MathNode {
  /** `mi`, `mfrac`, … */
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: MathNode[];
  /** Letters of a token; `''` for elements with children. */
  text: string;
}

/** Elements that only group what is in them. */
const GROUPS = new Set(['math', 'semantics', 'mrow', 'mstyle', 'mpadded', 'TeXAtom']);
const TOKENS = new Set(['mi', 'mn', 'mo', 'mtext', 'ms']);

/**
 * Finds the MathML in the markup of a formula, and reads it.
 *
 * @returns what the formula consists of; `undefined` where there is none, or it cannot be read.
 */
export function readMathml(markup: string): MathNode[] | undefined {
  const [source] = /<math[\s>][\s\S]*?<\/math>/.exec(markup) ?? [];
  if (source === undefined) return undefined;
  const root: { children: MathNode[] } = { children: [] };
  const open: { children: MathNode[]; text?: string }[] = [root];
  const parser = new SaxesParser();
  let failed = false;
  parser.on('error', () => (failed = true));
  parser.on('opentag', ({ name, attributes }) => {
    const node: MathNode = { name, attributes: new Map(Object.entries(attributes)), children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    const top = open.at(-1);
    if (top?.text !== undefined) top.text += text;
  });
  parser.write(source).close();
  if (failed) return undefined;
  return contentOf(root.children.map(normal));
}

/** Takes annotations and layers of groups out. KaTeX wraps operators that are made of others in tokens. */
function normal(node: MathNode): MathNode {
  const children = node.children.filter(({ name }) => !name.startsWith('annotation')).map(normal);
  const [only, ...more] = children;
  if (TOKENS.has(node.name) && children.length > 0) return { ...node, name: 'mrow', children, text: '' };
  if (node.name === 'mrow' && only && more.length === 0) return only;
  return { ...node, children };
}

/** Returns what a group consists of, without layers that show nothing. */
export function contentOf(nodes: readonly MathNode[]): MathNode[] {
  const [only, ...more] = nodes;
  if (only && more.length === 0 && isPlainGroup(only)) return contentOf(only.children);
  return [...nodes];
}

/** Tells whether an element only groups what is in it. */
export function isPlainGroup({ name, attributes }: MathNode): boolean {
  return GROUPS.has(name) && !attributes.has('mathcolor') && !attributes.has('mathbackground');
}

/** Tells whether nothing is in an element. */
export function isEmpty(node: MathNode): boolean {
  return (
    node.text === '' && node.children.every(isEmpty) && node.name !== 'mspace' && !/^m(?:td|tr|table)$/.test(node.name)
  );
}

/** Tells whether an element is an operator with a given property. */
export function isFence(node: MathNode | undefined): boolean {
  // Fences with a size of their own stay as large as they are.
  return node?.name === 'mo' && node.attributes.get('fence') === 'true' && !node.attributes.has('minsize');
}

const BIG = /^[∑∏∐⋃⋂⨆⨅⨄⨀⨁⨂⋁⋀∫∬∭⨌∮∯∰]$/u;

/** Tells whether an element is a sum, an integral or another operator over a range. */
export function isBigOperator(node: MathNode | undefined): boolean {
  return node?.name === 'mo' && BIG.test(node.text);
}

/** Returns the name that an element shows as a function, as in “sin”: KaTeX has an invisible operator behind it. */
export function functionName(node: MathNode | undefined): MathNode | undefined {
  if (node?.name !== 'mrow' && node?.name !== 'mi') return undefined;
  const [name, apply, ...more] = node.children;
  return name && apply?.text === '\u2061' && more.length === 0 ? name : undefined;
}
