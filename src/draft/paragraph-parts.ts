import type { Image, Nodes, Paragraph, PhrasingContent, Table } from 'mdast';
import { inlineText, sliceInline } from './inline.ts';
import type { Lines } from './words.ts';

/** Takes off blanks at both ends. */
export function trimmed(nodes: PhrasingContent[]): PhrasingContent[] {
  const text = inlineText(nodes);
  return sliceInline(nodes, text.length - text.trimStart().length, text.trimEnd().length);
}

/** Returns the lines of a node of the article. */
export function linesOf(node: Nodes): Lines {
  return { from: node.position?.start.line ?? 1, to: node.position?.end.line ?? 1 };
}

/** Returns the lines of a sentence of a paragraph that is broken into lines: its share of them. */
export function linesAt(
  children: readonly PhrasingContent[],
  lines: Lines,
  { text, start, end }: { text: string; start: number; end: number },
): Lines {
  const count = lines.to - lines.from;
  if (count === 0 || children.length === 0) return lines;
  const at = (offset: number): number =>
    lines.from + Math.min(count, Math.floor((offset / Math.max(1, text.length)) * (count + 1)));
  return { from: at(start), to: at(end - 1) };
}

/** Lists the images in a paragraph. */
export function imagesIn(node: Paragraph): Image[] {
  const inside = (nodes: readonly PhrasingContent[]): Image[] =>
    nodes.flatMap((one) => (one.type === 'image' ? [one] : 'children' in one ? inside(one.children) : []));
  return inside(node.children);
}

/** Lists the footnotes that a paragraph cites. */
export function idsIn(node: Paragraph): string[] {
  const inside = (nodes: readonly PhrasingContent[]): string[] =>
    nodes.flatMap((one) =>
      one.type === 'footnoteReference' ? [one.identifier] : 'children' in one ? inside(one.children) : [],
    );
  return inside(node.children);
}

/** Returns a table whose head has words: where it has none, its first row is the head. */
export function withHead(table: Table): Table {
  const [head, ...rows] = table.children;
  const isEmpty = head?.children.every((cell) => cell.children.length === 0) === true;
  return isEmpty && rows.length > 0 ? { ...table, children: rows } : table;
}
