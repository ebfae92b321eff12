import type { Nodes, Root, RootContent } from 'mdast';

/**
 * Marks of generators of sites, which readers of the page never see: tags of Liquid and Hugo, attributes of kramdown, fences of
 * admonitions, and the kinds of alerts on GitHub. The words between two tags are the article's.
 */
const MARKS: readonly RegExp[] = [
  /\{%-?[^%{}]*%\}/g,
  /\{\{[<%][^{}<>]*[>%]\}\}/g,
  /\{\{[^{}]*\}\}/g,
  /^[ \t]*\{:[^{}\n]*\}[ \t]*$/gm,
  /^[ \t]*:{3,}(?:[ \t]*\{[^{}\n]*\}|[ \t]*[\w-]*)[ \t]*$/gm,
  /^\[!(?:note|tip|important|warning|caution)\][ \t]*$/gim,
  /^!!![ \t]+[a-z]+[ \t]*$/gm,
];

/** Takes the marks of generators out of the text of an article; code keeps them. */
export function withoutMarks(tree: Root): Root {
  return { ...tree, children: tree.children.flatMap(unmarked) };
}

function unmarked(node: RootContent): RootContent[] {
  if (node.type === 'text') {
    const value = MARKS.reduce((text, mark) => text.replaceAll(mark, ''), node.value);
    return value === '' ? [] : [{ ...node, value }];
  }
  if (!('children' in node)) return [node];
  const children = (node.children as RootContent[]).flatMap(unmarked);
  // A paragraph or an item of marks alone is none.
  const isEmpty = children.length === 0 && node.children.length > 0 && node.type !== 'tableCell';
  return isEmpty ? [] : [{ ...node, children } as Extract<RootContent, Nodes>];
}
