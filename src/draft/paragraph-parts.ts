import type { Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { inlineText, sliceInline } from './inline.ts';
import type { Lines } from './words.ts';

/** The mark of a footnote after a word; “km²” has none. */
const NOTE_MARK = /(?<=\p{L}{4}[.!?”"’»)]?)\s?(?:[⁰¹²³⁴-⁹†‡]{1,3}|\[\d{1,3}\])$/u;

/** Takes blanks at both ends and the mark of a footnote off a title. */
export function titleNodes(nodes: PhrasingContent[]): PhrasingContent[] {
  const text = inlineText(nodes);
  const words = text.trimEnd().replace(NOTE_MARK, '');
  return sliceInline(nodes, text.length - text.trimStart().length, words.length);
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

/** Lists the footnotes that a paragraph, a list or a quotation cites. */
export function idsIn(nodes: readonly Nodes[]): string[] {
  return nodes.flatMap((one) =>
    one.type === 'footnoteReference' ? [one.identifier] : 'children' in one ? idsIn(one.children) : [],
  );
}

/** Returns a table whose head has words: where it has none, its first row is the head. */
export function withHead(table: Table): Table {
  const [head, ...rows] = table.children;
  const isEmpty = head?.children.every((cell) => cell.children.length === 0) === true;
  return isEmpty && rows.length > 0 ? { ...table, children: rows } : table;
}

/** Lists the texts of footnotes by their names. */
export function footnotesOf(tree: Root): Map<string, RootContent[]> {
  return new Map(
    tree.children.flatMap((node) =>
      node.type === 'footnoteDefinition' ? [[node.identifier, node.children] as const] : [],
    ),
  );
}
