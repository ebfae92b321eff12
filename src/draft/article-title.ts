import type { Heading } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Source } from './read/source.ts';

/** Finds the title among the headings, and the depth of those that begin sections. The only heading of the highest level is the title of the whole; sections are those of the next level. */
export function titleOf({ tree, title }: Source): { title: Heading | undefined; depth: number } {
  const headings = tree.children.filter((node) => node.type === 'heading');
  const highest = Math.min(...headings.map(({ depth }) => depth), 7);
  const top = headings.filter(({ depth }) => depth === highest);
  const [first, ...more] = headings;
  if (!first || top.length > 1 || first !== top[0]) return { title: undefined, depth: highest };
  const next = Math.min(...more.map(({ depth }) => depth), 7);
  // Where front matter names the whole, a heading with other words is that of the first section.
  if (title !== undefined && !isSame(toString(first), title))
    return { title: undefined, depth: more.length > 1 ? next : highest };
  const isTitle = more.length !== 1 || title === undefined;
  return isTitle ? { title: first, depth: next } : { title: undefined, depth: highest };
}

/** Blanks and letter case aside. */
function isSame(one: string, other: string): boolean {
  const bare = (text: string): string =>
    text
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .toLowerCase();
  return bare(one) === bare(other);
}
