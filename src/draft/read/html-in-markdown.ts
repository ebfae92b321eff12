import type { BlockContent, Html, Image, Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import type { Position } from 'unist';
import { raised } from './raised-letters.ts';

/** Has HTML in Markdown read, if there is some: as blocks of their own, and inside of paragraphs. */
export async function withHtmlRead(tree: Root): Promise<Root> {
  if (!hasHtml(tree)) return tree;
  const { treeOf } = await import('./html.ts');
  const read = (html: Html): Root => {
    const found = treeOf(html.value);
    place(found, html.position);
    return found;
  };
  readInside(tree, read);
  return tree;
}

function hasHtml(node: Nodes): boolean {
  return node.type === 'html' || ('children' in node && node.children.some(hasHtml));
}

/** `read` makes a tree of HTML, with the lines of the file. */
type ReadHtml = (html: Html) => Root;

function readInside(node: Parents, read: ReadHtml): void {
  if (isInline(node)) node.children = phrasing(node.children, read);
  else {
    const children = node.children as RootContent[];
    node.children = unquoted(children)
      .flatMap((one): RootContent[] => (one.type === 'html' ? read(one).children : [one]))
      // Where only an end tag stood, nothing is left.
      .filter((one) => one.type !== 'paragraph' || one.children.length > 0) as typeof node.children;
  }
  for (const one of node.children) if ('children' in one) readInside(one, read);
}

function isInline(node: Parents): node is Extract<Parents, { children: PhrasingContent[] }> {
  return !['root', 'blockquote', 'list', 'listItem', 'footnoteDefinition', 'table', 'tableRow'].includes(node.type);
}

/** Makes a quotation of the blocks between a `<blockquote>` and its end tag. */
function unquoted(nodes: readonly RootContent[]): RootContent[] {
  const out: RootContent[] = [];
  let start: number | undefined;
  for (const node of nodes) {
    out.push(node);
    if (node.type !== 'html') continue;
    const [opens, closes] = [/<blockquote\b/i.test(node.value), /<\/blockquote\b/i.test(node.value)];
    if (opens && !closes) start = out.length - 1;
    else if (closes && !opens && start !== undefined) {
      const inside = out.splice(start).map(withoutQuoteTags);
      out.push({ type: 'blockquote', children: inside as BlockContent[] });
      start = undefined;
    }
  }
  return out;
}

function withoutQuoteTags(node: RootContent): RootContent {
  return node.type === 'html' ? { ...node, value: node.value.replaceAll(/<\/?blockquote\b[^>]*>/gi, '') } : node;
}

/** Tags inside a paragraph go, their words stay; line breaks and images are Markdown's, raised digits are letters. */
function phrasing(nodes: readonly PhrasingContent[], read: ReadHtml): PhrasingContent[] {
  let place: 'sub' | 'sup' | undefined;
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'text' && place) return [{ ...node, value: raised(node.value, place) }];
    if (node.type !== 'html') return [node];
    if (/^<br\b/i.test(node.value)) return [{ type: 'break' }];
    if (/^<img\b/i.test(node.value)) return imagesOf(read(node));
    const moved = /^<(\/?)(sub|sup)\b/i.exec(node.value);
    if (moved) place = moved[1] === '/' ? undefined : moved[2]?.toLowerCase() === 'sub' ? 'sub' : 'sup';
    return [];
  });
}

function imagesOf(node: Nodes): Image[] {
  if (node.type === 'image') return [node];
  return 'children' in node ? node.children.flatMap(imagesOf) : [];
}

/** Moves nodes to the lines of the file. Nodes that HTML only implies, such as a paragraph around words, get those of the whole. */
function place(node: Nodes, position: Position | undefined): void {
  if (!position) return;
  const by = position.start.line - 1;
  node.position = node.position
    ? {
        start: { ...node.position.start, line: node.position.start.line + by },
        end: { ...node.position.end, line: node.position.end.line + by },
      }
    : position;
  if ('children' in node) for (const one of node.children) place(one, position);
}
