import type { RootContent } from 'mdast';
import { isUnseen } from '../../markdown/unseen.ts';

/**
 * Returns the layout of a slide that has words only, where its shape alone would give it another: the first slide of a talk is
 * a cover, and a top heading above a paragraph does not divide sections in tools whose slides all have such headings.
 */
export function wordsLayout(nodes: readonly RootContent[], index: number): string | undefined {
  const blocks = nodes.filter((node) => !isUnseen(node) && node.type !== 'definition');
  const [first, second] = blocks;
  if (first?.type !== 'heading' || first.depth > 1) return undefined;
  if (index === 0 && blocks.length <= 6 && blocks.every(isWords)) return 'cover';
  return blocks.length === 2 && second?.type === 'paragraph' ? 'default' : undefined;
}

/** Tells whether a block is a heading, or a paragraph without images. */
function isWords(node: RootContent): boolean {
  if (node.type === 'heading') return true;
  return node.type === 'paragraph' && !node.children.some(({ type }) => type === 'image');
}
