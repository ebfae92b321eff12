import type { Nodes, Root } from 'mdast';
import type { SourceRange } from '../../model/dialect.ts';

/** Finds blocks of HTML, in which Markdown is not read. */
export function htmlBlocks(tree: Root): SourceRange[] {
  const found: SourceRange[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'html' && node.position) {
      found.push({ start: node.position.start.offset ?? 0, end: node.position.end.offset ?? 0 });
    }
    // HTML in a paragraph is among Markdown.
    if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading')
      for (const child of node.children) visit(child);
  };
  visit(tree);
  return found;
}

/** Tells whether an offset is in one of some ranges. */
export function isWithin(ranges: readonly SourceRange[], at: number): boolean {
  return ranges.some(({ start, end }) => start <= at && at < end);
}
