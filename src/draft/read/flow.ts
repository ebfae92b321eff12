import type { BlockContent, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';

/**
 * Gives each block its place: HTML may have headings and lists inside of bold words, links and paragraphs. These are parted around the block; the words
 * beside it become paragraphs of their own.
 */
export function withFlow(tree: Root): Root {
  return { ...tree, children: flowOf(tree.children) };
}

function flowOf(nodes: readonly RootContent[]): RootContent[] {
  const found: RootContent[] = [];
  let line: PhrasingContent[] = [];
  const end = (): void => {
    if (line.some((node) => node.type !== 'text' || node.value.trim() !== '')) found.push(paragraph(line));
    line = [];
  };
  for (const node of nodes.flatMap(opened)) {
    if (isPhrasing(node)) line.push(node);
    else {
      end();
      found.push(withInnerFlow(node.type === 'paragraph' ? { ...node, ...paragraph(node.children) } : node));
    }
  }
  end();
  // Words that HTML puts together have no place of their own: they are where those before them end.
  for (const [index, node] of found.entries()) {
    const before = found[index - 1]?.position?.end;
    if (!node.position && before) node.position = { start: before, end: before };
  }
  return found;
}

/** Takes off what is around blocks and cannot have them in Markdown. */
function opened(node: RootContent): RootContent[] {
  if (!('children' in node) || !(isPhrasing(node) || node.type === 'paragraph' || node.type === 'heading'))
    return [node];
  return hasBlock(node) ? (node.children as RootContent[]).flatMap(opened) : [node];
}

function hasBlock(node: Nodes): boolean {
  return 'children' in node && node.children.some((child) => !isPhrasing(child) || hasBlock(child));
}

function withInnerFlow<Node extends RootContent>(node: Node): Node {
  if (node.type === 'list') return { ...node, children: node.children.map((item) => withInnerFlow(item)) };
  if (node.type !== 'blockquote' && node.type !== 'listItem' && node.type !== 'footnoteDefinition') return node;
  return { ...node, children: flowOf(node.children) as BlockContent[] };
}

const PHRASING = new Set(
  'break delete emphasis footnoteReference html image imageReference inlineCode inlineMath link linkReference strong text'.split(
    ' ',
  ),
);

function isPhrasing(node: Nodes): node is PhrasingContent {
  return PHRASING.has(node.type);
}

function paragraph(children: PhrasingContent[]): Paragraph {
  const [first, last] = [children.find(({ position }) => position), children.findLast(({ position }) => position)];
  if (!first?.position || !last?.position) return { type: 'paragraph', children };
  return { type: 'paragraph', children, position: { start: first.position.start, end: last.position.end } };
}
