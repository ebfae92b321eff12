import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { walk } from '../model/walk.ts';

const ELEMENTS = new Map([
  ['defList', 'dl'],
  ['defListTerm', 'dt'],
  ['defListDescription', 'dd'],
]);

/** Terms, and what they mean on lines that begin with a colon, become `dl`, `dt` and `dd`. */
export const definitionLists: Plugin<[], Root> = () => (tree, file) => {
  if (!/^[ \t>*+\d.)-]*:\s/m.test(String(file))) return;
  walk(tree, (node: { type: string; data?: object | undefined }) => {
    const hName = ELEMENTS.get(node.type);
    if (hName) node.data = { ...node.data, hName };
  });
};
