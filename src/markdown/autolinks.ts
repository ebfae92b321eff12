import type { Nodes, PhrasingContent, Text } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { walk } from '../model/walk.ts';

/** Reads bare addresses as links. Names such as `@ada@example.social` stay text: their second half only looks like e-mail. */
export function autolinks(): Extension {
  const extension = gfmAutolinkLiteralFromMarkdown();
  return { ...extension, transforms: [...(extension.transforms ?? []), keepHandles] };
}

function keepHandles(tree: Nodes): undefined {
  walk(tree, (node: Nodes) => {
    if (!('children' in node)) return;
    const children = node.children as PhrasingContent[];
    for (let index = children.length - 1; index > 0; index -= 1) {
      const [before, link, after] = children.slice(index - 1, index + 2);
      if (before?.type !== 'text' || !/(?<!\w)@$/.test(before.value)) continue;
      if (link?.type !== 'link' || !link.url.startsWith('mailto:')) continue;
      const [words] = link.children;
      if (words?.type !== 'text' || link.url !== `mailto:${words.value}`) continue;
      const rest = after?.type === 'text' ? after : undefined;
      children.splice(index - 1, rest ? 3 : 2, joined([before, words, ...(rest ? [rest] : [])]));
    }
  });
}

function joined(texts: readonly Text[]): Text {
  const [start, end] = [texts[0]?.position?.start, texts.at(-1)?.position?.end];
  const value = texts.map((text) => text.value).join('');
  return { type: 'text', value, ...(start && end && { position: { start, end } }) };
}
