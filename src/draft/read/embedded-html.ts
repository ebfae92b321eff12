import type { Element, Root as Page } from 'hast';
import { toHast } from 'mdast-util-to-hast';
import type { FootnoteDefinition, Nodes, Root, RootContent } from 'mdast';
import { VFile } from 'vfile';
import { markdownOf, withoutLayoutTables } from './from-html.ts';

/** Markdown without HTML in it, on its way through the tree of a page. */
interface Kept {
  type: 'kept';
  node: RootContent;
}

const FOOTNOTE = 'footnote-text';

/**
 * Makes Markdown of the HTML in a Markdown text: the words of its figures, tables, quotations and lists are those of the article. What has no HTML in
 * it stays as it is.
 */
export async function withoutHtml(tree: Root, source: string): Promise<Root> {
  if (!hasHtml(tree)) return tree;
  const { raw } = await import('hast-util-raw');
  const given = { ...tree, children: tree.children.map(kept) } as Root;
  const page = toHast(given, {
    allowDangerousHtml: true,
    unknownHandler: (_, node) => node as unknown as Element,
    handlers: {
      footnoteDefinition: (state, node: FootnoteDefinition) => ({
        type: 'element',
        tagName: FOOTNOTE,
        properties: { id: node.identifier },
        children: state.all(node),
      }),
    },
  });
  const whole = raw(page, { passThrough: ['kept'], file: new VFile(source) }) as Page;
  withoutLayoutTables(whole);
  return markdownOf(whole, {
    handlers: {
      [FOOTNOTE]: (state, node): FootnoteDefinition => ({
        type: 'footnoteDefinition',
        identifier: String(node.properties['id']),
        children: state.toFlow(state.all(node)) as FootnoteDefinition['children'],
      }),
    },
    nodeHandlers: { kept: (_, node: Kept) => node.node },
  });
}

function hasHtml(node: Nodes): boolean {
  return node.type === 'html' || ('children' in node && node.children.some(hasHtml));
}

/** Parts of lists, tables and lines go the way of the whole: elements such as `<kbd>` ask for the words in them. */
const PARTS = /^(?:listItem|tableRow|tableCell|text|emphasis|strong|delete|inlineCode|link|image|break)$/;

function kept<Node extends RootContent>(node: Node): Node | Kept {
  if (node.type === 'definition' || node.type === 'html') return node;
  const isPart = PARTS.test(node.type);
  if (!isPart && !hasHtml(node)) return { type: 'kept', node };
  return 'children' in node ? ({ ...node, children: node.children.map(kept) } as Node) : node;
}
