import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Plugin } from 'unified';
import { warn } from '../model/messages.ts';
import { walk } from '../model/walk.ts';

/** Tells of cells that no column is left for: GFM leaves them out. */
export const tableCells: Plugin<[], Root> = () => (tree, file) => {
  walk(tree, (table: Nodes) => {
    if (table.type !== 'table') return;
    const columns = table.align?.length ?? table.children[0]?.children.length ?? 0;
    for (const row of table.children) {
      const extra = row.children.slice(columns).find((cell) => toString(cell).trim() !== '');
      if (!extra) continue;
      const reason = `The cell “${toString(extra)}” is left out: its row has ${row.children.length} cells, the table ${columns} columns. Write \\| for a bar inside a cell`;
      warn(file, reason, { place: extra, ruleId: 'table-cells' });
    }
  });
};
