import type { PhrasingContent } from 'mdast';

/** Returns the text of inline content, letter for letter: offsets in it are those that `sliceInline` takes. */
export function inlineText(nodes: readonly PhrasingContent[]): string {
  return nodes.map(textOf).join('');
}

function textOf(node: PhrasingContent): string {
  if (node.type === 'break') return ' ';
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? inlineText(node.children) : '';
}

/** Cuts inline content by offsets in its text; links, emphasis and code stay around what is left of them. */
export function sliceInline(nodes: readonly PhrasingContent[], start: number, end: number): PhrasingContent[] {
  let offset = 0;
  return nodes.flatMap((node): PhrasingContent[] => {
    const from = offset;
    offset += textOf(node).length;
    const [first, last] = [Math.max(start, from) - from, Math.min(end, offset) - from];
    if (last <= first) return [];
    if (first === 0 && last === offset - from) return [node];
    if (node.type === 'text') return [{ type: 'text', value: node.value.slice(first, last) }];
    if (node.type === 'inlineCode') return [{ type: 'inlineCode', value: node.value.slice(first, last) }];
    if ('children' in node) return [{ ...node, children: sliceInline(node.children, first, last) }];
    return [node];
  });
}

/** Makes blanks and line breaks of a text single blanks, and leaves out what has no words: images, references and HTML. */
export function plainInline(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'break') return [{ type: 'text', value: ' ' }];
    if (node.type === 'text') return [{ type: 'text', value: node.value.replaceAll(/\s+/g, ' ') }];
    if (node.type === 'inlineCode') return node.value.trim() === '' ? [] : [node];
    // Only links to the web lead anywhere from a deck.
    if (node.type === 'link' && !/^(?:https?:|mailto:)/i.test(node.url)) return plainInline(node.children);
    if (node.type === 'link' || node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete') {
      const children = plainInline(node.children);
      return children.length > 0 ? [{ ...node, children } as PhrasingContent] : [];
    }
    if (node.type === 'linkReference') return plainInline(node.children);
    return [];
  });
}
