import type { Nodes, Root } from 'mdast';
import type { Plugin } from 'unified';
import { walk } from '../model/walk.ts';

const SHORTCODE = /:([a-z0-9_+-]{1,40}):/g;

/** `:tada:` and the other names that GitHub knows become the emoji itself; any other text between colons stays. */
export const emoji: Plugin<[], Root> = () => async (tree, file) => {
  if (!/:[a-z0-9_+-]{1,40}:/.test(String(file))) return;
  const { nameToEmoji } = await import('gemoji');
  walk(tree, (node: Nodes) => {
    if (node.type !== 'text' || !node.value.includes(':')) return;
    node.value = node.value.replace(SHORTCODE, (written, name: string) =>
      Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? written) : written,
    );
  });
};
