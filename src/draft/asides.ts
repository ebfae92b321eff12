import { toString } from 'mdast-util-to-string';
import type { RootContent } from 'mdast';
import type { Source } from './read/source.ts';

/** Titles of what sites put below their articles. */
const TITLE =
  /^(?:about the (?:authors?|writers?|contributors?)|(?:about|author)[ -]bio(?:graphy)?|author|share this(?: post| article)?|subscribe|newsletter|related(?: posts| articles| reading)?|read (?:more|next)|more from .{1,40}|comments|(?:über|zu) (?:den|die|der|dem) (?:autor|autorin|autoren|autorinnen)|zur person|mehr zum thema|kommentare|à propos de l[’']aut(?:eur|rice)|l[’']auteur|à lire aussi|commentaires|sobre (?:el autor|la autora)|(?:el autor|la autora)|art[ií]culos relacionados|comentarios|著者(?:について|紹介|プロフィール)|関連記事)$/iu;

/** Paragraphs at the end that may say who the author is. */
const LAST = 3;

/**
 * Finds the blocks that a site or an author adds to an article: who wrote it, and what is under titles such as “About the author”. They are said
 * where they are, and never shown.
 */
export function asidesOf({ tree, author }: Source): ReadonlySet<RootContent> {
  const found = new Set<RootContent>();
  let depth = 0;
  let isBehindTitle = false;
  for (const [index, node] of tree.children.entries()) {
    if (node.type === 'heading') {
      if (depth > 0 && node.depth <= depth) depth = 0;
      // The article is what comes before.
      if (isBehindTitle && TITLE.test(toString(node).trim())) depth = node.depth;
      isBehindTitle ||= index > 0;
    }
    if (depth > 0) found.add(node);
  }
  for (const node of biographies(tree.children, author)) found.add(node);
  return found;
}

/** The last paragraphs, from the one on that begins with the author's name, or that is in italics behind a rule. */
function biographies(nodes: readonly RootContent[], author: string | undefined): RootContent[] {
  const last = nodes.filter(({ type }) => type !== 'footnoteDefinition' && type !== 'thematicBreak').slice(-LAST);
  const from = last.findIndex((node) => {
    const isRuled = nodes[nodes.indexOf(node) - 1]?.type === 'thematicBreak';
    return node.type === 'paragraph' && (beginsWith(node, author) || (isRuled && isItalic(node)));
  });
  const behind = from === -1 ? [] : last.slice(from);
  return nodes.length > LAST * 2 && behind.every(({ type }) => type === 'paragraph') ? behind : [];
}

function beginsWith(node: RootContent, author: string | undefined): boolean {
  const text = toString(node).trim();
  return (
    author !== undefined && author.includes(' ') && text.startsWith(author) && !/^[:：]/.test(text.slice(author.length))
  );
}

function isItalic(node: RootContent): boolean {
  return (
    node.type === 'paragraph' &&
    node.children.every((child) => child.type === 'emphasis' || (child.type === 'text' && child.value.trim() === ''))
  );
}
