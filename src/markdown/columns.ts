import type { Nodes, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Plugin } from 'unified';
import { warn } from '../model/messages.ts';
import { walk } from '../model/walk.ts';

/**
 * `::::columns` with `:::column{width=2}` inside becomes a grid; widths are shares.
 * Blocks that stand outside every column keep their place as columns of their own.
 */
export const columns: Plugin<[], Root> = () => (tree, file) => {
  walk(tree, (node: Nodes) => {
    if (node.type !== 'containerDirective' || node.name !== 'columns') return;
    const shares = node.children.map((child) => {
      if (child.type !== 'containerDirective' || child.name !== 'column') return 1;
      const share = widthOf(child);
      if (share === undefined) {
        const reason = `Unexpected column width “${child.attributes?.['width']}”, expected a share such as 2 or 0.5`;
        warn(file, reason, { place: child, ruleId: 'column-width' });
      }
      child.data = { hName: 'div', hProperties: { className: ['column'] } };
      return share ?? 1;
    });
    const template = shares.map((share) => `minmax(0, ${share}fr)`).join(' ');
    node.data = { hName: 'div', hProperties: { className: ['columns'], style: `--deck-columns: ${template}` } };
  });
};

function widthOf(column: ContainerDirective): number | undefined {
  const width = column.attributes?.['width'];
  if (width === undefined || width === null) return 1;
  const share = Number(width);
  return share > 0 && share <= 100 ? share : undefined;
}
