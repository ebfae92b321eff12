import type { Heading } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Source } from './read/source.ts';

/** The heading that is the title of the whole, and the level of those of sections. */
export interface TitleHeading {
  title: Heading | undefined;
  depth: number;
}

/** Names of sections that no talk is called by. */
const SECTION =
  /^(?:(?:\d+|[ivx]+)[.)]?\s|(?:abstract|introduction|overview|summary|background|einleitung|einführung|überblick|zusammenfassung|résumé|resumen|introducción|はじめに|概要)$)/i;

/**
 * Finds the title: the only heading of the highest level, one that says the title of the front matter again, or one above all words of the article;
 * sections are those of the next level.
 */
export function titleOf({ tree, title, level }: Source): TitleHeading {
  const headings = tree.children.filter((node) => node.type === 'heading');
  const highest = Math.min(...headings.map(({ depth }) => depth), 7);
  const top = headings.filter(({ depth }) => depth === highest);
  const [first] = headings;
  if (!first) return { title: undefined, depth: highest };
  const words = plain(toString(first));
  const isAgain = title !== undefined && words === plain(title);
  const isOnly =
    top.length === 1 && first === top[0] && (headings.length === 1 || headings.length > 2 || title === undefined);
  // Several headings are as large: the first one, with nothing but images before it, is what the author calls the text.
  const isFirst =
    title === undefined &&
    level === undefined &&
    first.depth === 1 &&
    top.length > 1 &&
    isAbove() &&
    !SECTION.test(words);
  if (!isAgain && !isOnly && !isFirst) return { title: undefined, depth: highest };
  const depths = headings.filter((one) => one !== first).map(({ depth }) => depth);
  return { title: first, depth: Math.min(...depths, 7) };

  function isAbove(): boolean {
    const before = tree.children.slice(0, tree.children.indexOf(first as Heading));
    return before.every((node) => toString(node, { includeImageAlt: false }).trim() === '');
  }
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
