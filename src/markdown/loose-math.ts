import type { Nodes, Root } from 'mdast';
import type { Plugin } from 'unified';
import { warn } from '../model/messages.ts';
import { walk } from '../model/walk.ts';

const ENVIRONMENT = /\\begin\{((?:align|alignat|equation|eqnarray|flalign|gather|multline)\*?)\}/;

/** Warns of LaTeX's equations outside of formulas: LaTeX sets them, and here they are text. */
export const looseMath: Plugin<[], Root> = () => (tree, file) => {
  if (!String(file).includes('\\begin{')) return;
  walk(tree, (node: Nodes) => {
    const name = node.type === 'text' ? ENVIRONMENT.exec(node.value)?.[1] : undefined;
    if (name === undefined) return;
    const reason = `Unexpected “\\begin{${name}}” outside of a formula, shown as text: write “$$” before and behind it`;
    warn(file, reason, { place: node, ruleId: 'math' });
  });
};
