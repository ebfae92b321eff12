import type { Element, ElementContent, Properties } from 'hast';
import { toString } from 'hast-util-to-string';
import { markName, type Mark } from '../pdf/marks.ts';

/** Elements that are nothing to a screen reader but for what they say of their text. */
const INLINE = new Set('abbr b bdi bdo cite del dfn i ins kbd mark q s samp small span sub sup u var'.split(' '));
/** Blocks that may hold text as a paragraph does. */
const BLOCKS = new Set(['address', 'div', 'footer', 'header', 'summary']);

/**
 * Marks the roles of a slide's elements in a PDF. They are in the accessible tree that the browser writes as the file's
 * structure, and not part of decks.
 */
export function withPdfRoles<T extends ElementContent>(node: T): T {
  if (node.type !== 'element') return node;
  const children = node.children.map((child) => withPdfRoles(child));
  const properties = rolesOf(node);
  const filled = isEmptyCell(node) ? [...children, FILLER] : children;
  const changed =
    properties || filled.length > children.length || children.some((child, at) => child !== node.children[at]);
  return changed ? { ...node, properties: properties ?? node.properties, children: filled } : node;
}

function rolesOf(node: Element): Properties | undefined {
  const { tagName, properties } = node;
  const { dataTex, ...others } = properties;
  if (dataTex !== undefined) return { ...others, ...marked('formula', String(dataTex)) };
  if (properties['role'] !== undefined && tagName !== 'div') return undefined;
  if (isFooter(node)) return { ...properties, ...marked('footer') };
  const mark = Object.hasOwn(MARKS, tagName) ? MARKS[tagName]?.(node) : undefined;
  if (mark) return { ...properties, ...mark };
  if (properties['lang'] !== undefined && INLINE.has(tagName)) return { ...properties, ...marked('span') };
  if (properties['role'] === undefined && BLOCKS.has(tagName) && holdsText(node))
    return { ...properties, role: 'paragraph' };
  return undefined;
}

function marked(mark: Mark, text?: string): Properties {
  return { role: 'figure', ariaLabel: markName(mark, text) };
}

const MARKS: Readonly<Record<string, (node: Element) => Properties | undefined>> = {
  abbr: ({ properties: { title } }) => (title ? marked('abbreviation', String(title)) : undefined),
  // The drawing of a task's box says nothing; its name is the task next to it.
  input: ({ properties: { type, checked } }) =>
    type === 'checkbox' ? { role: 'img', ariaLabel: checked ? '☑' : '☐' } : undefined,
  dl: () => marked('terms'),
  dt: () => marked('term'),
  dd: () => marked('meaning'),
  li: ({ properties }) => (/-fn-/.test(String(properties['id'] ?? '')) ? marked('note') : undefined),
  sup: ({ children }) =>
    children.some((child) => child.type === 'element' && child.properties['dataFootnoteRef'] !== undefined)
      ? marked('reference')
      : undefined,
  svg: drawingTitle,
};

/** Returns the description of a drawing, which makes it an image. */
function drawingTitle({ properties, children }: Element): Properties | undefined {
  const title = children.find((child) => child.type === 'element' && child.tagName === 'title');
  const text = title ? toString(title).trim() : '';
  if (!text || properties['ariaLabel'] !== undefined || properties['ariaHidden'] !== undefined) return undefined;
  return { role: 'img', ariaLabel: text };
}

function isFooter({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('slide-footer');
}

function holdsText({ children }: Element): boolean {
  const isInline = (child: ElementContent): boolean =>
    child.type !== 'element' || INLINE.has(child.tagName) || LINKING.has(child.tagName);
  return (
    children.every(isInline) && children.some((child) => child.type !== 'comment' && toString(child).trim() !== '')
  );
}

const LINKING = new Set(['a', 'br', 'code', 'em', 'img', 'strong', 'time', 'wbr']);

function isEmptyCell(node: Element): boolean {
  return (node.tagName === 'td' || node.tagName === 'th') && toString(node).trim() === '';
}

/** The browser leaves cells without content out of a row; a blank takes no room and keeps the place. */
const FILLER: Element = {
  type: 'element',
  tagName: 'span',
  properties: { className: ['filler'], style: 'position:absolute;font-size:1px' },
  children: [{ type: 'text', value: '\u00A0' }],
};
