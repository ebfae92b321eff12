import type { Nodes, Root, Text } from 'mdast';
import type { Plugin } from 'unified';
import { walk } from '../model/walk.ts';
import { mayBeWide } from '../model/wide-letters.ts';

/** Scripts that have no blanks between words; Hangul has. */
const WIDE = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\u3000-\u303F\uFF01-\uFF9F\uFFE0-\uFFEE]/u;
const BLOCKS = new Set(['paragraph', 'heading', 'tableCell']);

/**
 * Joins lines between two Chinese or Japanese characters without a blank (CSS Text 3, segment break transformation):
 * Chromium shows one, so it would be on screen and on paper.
 */
export const cjkLines: Plugin<[{ lang: string }], Root> = ({ lang }) => {
  return (tree, file) => {
    const source = String(file);
    if (/^ko\b/i.test(lang) || !mayBeWide(source) || !WIDE.test(source)) return;
    walk(tree, (node: Nodes) => {
      if (BLOCKS.has(node.type)) joinLines(node);
    });
  };
};

/** Content of a line: texts, and other nodes by their first and last character, if any. */
type Leaf = Text | { type: 'other'; value: string };

function joinLines(block: Nodes): void {
  const leaves: Leaf[] = [];
  walk(block, (node: Nodes) => {
    if (node.type === 'text') leaves.push(node);
    else if ('children' in node || node.type === 'html') return;
    else leaves.push({ type: 'other', value: 'value' in node ? node.value : '' });
  });
  leaves.forEach((leaf, index) => {
    if (leaf.type !== 'text' || !leaf.value.includes('\n')) return;
    const before = [...(leaves[index - 1]?.value ?? '')].at(-1) ?? '';
    const after = leaves[index + 1]?.value ?? '';
    const lines = leaf.value.split('\n');
    leaf.value = lines
      .map((line, at) => {
        const next = at === lines.length - 1 ? '' : (lines[at + 1] ?? '') || after;
        const last = [...line].at(-1) ?? before;
        const isBreak = at < lines.length - 1;
        return (
          line +
          (isBreak && !(WIDE.test(last) && WIDE.test(String.fromCodePoint(next.codePointAt(0) ?? 32))) ? '\n' : '')
        );
      })
      .join('');
  });
}
