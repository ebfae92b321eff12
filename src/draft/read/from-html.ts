import type { Element, ElementContent, Nodes, Parents } from 'hast';
import { toMdast, type Options } from 'hast-util-to-mdast';
import { toString } from 'hast-util-to-string';
import type { Root, Text } from 'mdast';
import { raised } from './raised-letters.ts';
import { withFlow } from './flow.ts';

/** Elements without words for readers: programs, controls, drawings, and what stands in for a video that a browser cannot play. */
const SILENT = 'audio button iframe input math noscript object script select style svg template textarea video'.split(
  ' ',
);

const BLOCKS = /^(?:blockquote|div|dl|figure|h[1-6]|ol|p|pre|section|table|ul)$/;

/** Words of a cell that is one of a table; more are a text that a table puts into place. */
const LONGEST_CELL = 30;

/** Makes Markdown's tree of a tree of HTML. Each word of it stays, in order; comments and controls go. */
export function markdownOf(page: Nodes, more: Options = {}): Root {
  const tree = toMdast(page, {
    handlers: {
      ...Object.fromEntries(SILENT.map((name) => [name, () => undefined])),
      dialog: (state, node: Element) => state.toFlow(state.all(node)),
      figcaption: (state, node: Element) => asCaption(state.toFlow(state.all(node))),
      sub: (_, node) => raisedText(node, 'sub'),
      sup: (state, node) =>
        partsOf(node, /^(?:a|footnote-reference)$/).length > 0 ? state.all(node) : raisedText(node, 'sup'),
      menu: (state, node: Element) => state.toFlow(state.all(Object.assign(node, { tagName: 'ul' }))),
      ...more.handlers,
    },
    nodeHandlers: { comment: () => undefined, ...more.nodeHandlers },
  });
  return withFlow(tree.type === 'root' ? tree : { type: 'root', children: [] });
}

function raisedText(node: Element, place: 'sub' | 'sup'): Text {
  return { type: 'text', value: raised(toString(node), place) };
}

/** Marks the words below an image as such: they are said with it. */
function asCaption<Node>(nodes: Node[]): Node[] {
  for (const node of nodes) Object.assign(node as object, { data: { caption: true } });
  return nodes;
}

/** Makes divisions of tables that only place things beside each other, and takes captions out of the others. */
export function withoutLayoutTables(parent: Parents): void {
  for (const child of parent.children) if (child.type === 'element') withoutLayoutTables(child);
  parent.children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element' || child.tagName !== 'table') return [child];
    const cells = partsOf(child, /^t[dh]$/);
    if (cells.length === 0 || cells.some(isPlaced)) return [asDivision(child)];
    const captions = partsOf(child, /^caption$/);
    if (captions.length === 0) return [child];
    child.children = child.children.filter((one) => !(one.type === 'element' && one.tagName === 'caption'));
    for (const caption of captions) caption.tagName = 'p';
    return captions.concat(child);
  }) as typeof parent.children;
}

/** A text of its own: blocks, images without words, or more words than a cell has. */
function isPlaced(cell: Element): boolean {
  // Blocks of Markdown are no elements.
  if (cell.children.some(({ type }) => type !== 'element' && type !== 'text' && type !== 'comment')) return true;
  const words = toString(cell).split(/\s+/).filter(Boolean).length;
  if (words > LONGEST_CELL) return true;
  if (words === 0) return partsOf(cell, /^img$/).length > 0;
  return partsOf(cell, BLOCKS).length > 1 || partsOf(cell, /^(?:h[1-6]|pre|table)$/).length > 0;
}

function asDivision(table: Element): Element {
  for (const part of partsOf(table, /^(?:t[drh]|tbody|thead|tfoot|caption|colgroup)$/)) part.tagName = 'div';
  return { ...table, tagName: 'div' };
}

/** Lists the elements of some names in another, those inside of a found one as well. */
function partsOf(node: Element, names: RegExp): Element[] {
  return node.children.flatMap((child) =>
    child.type === 'element' ? [...(names.test(child.tagName) ? [child] : []), ...partsOf(child, names)] : [],
  );
}
