import type { Nodes, Root, Text } from 'mdast';
import type { Plugin } from 'unified';
import { warn } from '../model/messages.ts';
import { walk } from '../model/walk.ts';
import { positionIn } from './position-in.ts';

const ENVIRONMENT =
  /\\begin\{((?:(?:align|alignat|equation|eqnarray|flalign|gather|multline)\*?|aligned|alignedat|array|[dr]?cases|CD|gathered|split|[bBpvV]?(?:small)?matrix\*?))\}/;
/** To Markdown a backslash makes ordinary signs of the brackets. */
const BRACKETS = /(?<!\\)(?:\\\(((?:(?!\\[()[\]])[^])*)\\\)|\\\[((?:(?!\\[()[\]])[^])*)\\\])(?![([:])/g;
/** Marks of mathematics that brackets in plain text do not have. */
const MATHEMATICS = /[=^_]|\\[a-zA-Z]|[\w)][ \t]*[+<>][ \t]*[\w(]/;

/** Warns of LaTeX's equations outside of formulas: LaTeX sets them, and here they are text. */
export const looseMath: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file);
  if (!/\\(?:begin\{|[[(])/.test(source)) return;
  walk(tree, (node: Nodes) => {
    if (node.type !== 'text') return;
    const name = ENVIRONMENT.exec(node.value)?.[1];
    if (name !== undefined) {
      const reason = `Unexpected “\\begin{${name}}” outside of a formula, shown as text: write “$$” before and after it`;
      warn(file, reason, { place: node, ruleId: 'math' });
    }
    for (const { written, place } of bracketsIn(node, source)) {
      const delimiter = written.startsWith('\\[') ? '$$' : '$';
      const reason = `Unexpected “${written}”, shown without its backslashes: write “${delimiter}” before and after a formula`;
      warn(file, reason, { place, ruleId: 'math' });
    }
  });
};

interface Brackets {
  written: string;
  place: Text['position'];
}

function bracketsIn({ position, value }: Text, source: string): Brackets[] {
  if (!position || !/[([]/.test(value)) return [];
  const { start, end } = position;
  const text = source.slice(start.offset, end.offset);
  const formulas = [...text.matchAll(BRACKETS)].filter(
    ([, line = '', block = '']) => /^\s*[A-Za-z]\s*$/.test(line) || MATHEMATICS.test(line + block),
  );
  return formulas.map(({ 0: found, index }) => ({
    written: shortened(found.replaceAll(/\s+/g, ' ')),
    place: positionIn(start, text, [index, index + found.length]),
  }));
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
