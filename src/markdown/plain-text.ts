import type { Nodes } from 'mdast';

/** `<br>`, with blanks around it. */
export const LINE_BREAKS: RegExp = /[ \t]?<br[ \t]*\/?>[ \t]?/gi;

/**
 * Returns the text of a node as it is seen: a line break becomes a space, and tags and comments are left out, so they
 * stay out of titles and ids.
 */
export function plainText(node: Nodes): string {
  return textOf(node).replace(/\s+/g, ' ').trim();
}

function textOf(node: Nodes): string {
  if (node.type === 'html') return /^<br\b/i.test(node.value) ? ' ' : '';
  if (node.type === 'break') return ' ';
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if ('value' in node) return node.value;
  return 'children' in node ? seenTexts(node.children).join('') : '';
}

/** Elements whose text nobody sees. */
const UNSEEN = /^<(script|style|template)\b/i;

function seenTexts(nodes: readonly Nodes[]): string[] {
  let unseen: string | undefined;
  return nodes.map((node) => {
    if (node.type !== 'html') return unseen === undefined ? textOf(node) : '';
    if (unseen === undefined) unseen = UNSEEN.exec(node.value)?.[1]?.toLowerCase();
    else if (node.value.toLowerCase().startsWith(`</${unseen}`)) unseen = undefined;
    return textOf(node);
  });
}
