import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { hasType } from '../model/walk.ts';

/**
 * Makes text again of what only looks like a formula, as in “from $5 to $10”. The rule is Pandoc's
 * (`tex_math_dollars`): no space inside either dollar, no digit behind the closing one.
 */
export const dollarText: Plugin<[], Root> = () => (tree, file) => {
  if (!hasType(tree, 'inlineMath')) return;
  const source = String(file);
  visit(tree, 'inlineMath', (node, index, parent) => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined || !parent || index === undefined) return;
    const raw = source.slice(start, end);
    const single = /^\$(?!\$)/.test(raw);
    // Between the dollars nothing blank at either end, and no digit right behind.
    const inside = raw.slice(1, -1);
    if (!single || (inside.trim() === inside && !/\d/.test(source.charAt(end)))) return;
    parent.children.splice(index, 1, { type: 'text', value: raw });
  });
};
