import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { warn } from '../model/messages.ts';
import { become, readDirective } from './directive.ts';
import { takesPlace } from './unseen.ts';

const MOST_COLUMNS = 8;

/** `:::grid{columns=3}`: equal cells, one for each block inside; `:::cell` makes one cell of several blocks. */
export function grid(node: ContainerDirective, file: VFile): void {
  const { common, settings } = readDirective(node, file, ['columns']);
  const given = settings.parsed('columns', readCount, `a number from 1 to ${MOST_COLUMNS}`);
  const blocks = node.children.filter(takesPlace);
  const count = given ?? Math.min(blocks.length, 3);
  become(node, 'div', { common, className: ['grid'], style: `--deck-grid: ${count}` });
  for (const child of blocks) {
    if (child.type === 'containerDirective' && child.name === 'cell') placeCell(child, file);
    else {
      const children = [{ ...child }];
      const data = { hName: 'div', hProperties: { className: ['cell'] } };
      Object.assign(child, { type: 'containerDirective', name: 'cell', attributes: {}, children, data });
    }
  }
}

/** Reports a cell outside of `:::grid`. */
export function cell(node: ContainerDirective, file: VFile): void {
  if (node.data?.hName) return;
  placeCell(node, file);
  const reason = 'Unexpected “:::cell” outside of a grid, expected it inside “::::grid”, which has more colons';
  warn(file, reason, { place: node, ruleId: 'cell-place' });
}

function placeCell(node: ContainerDirective, file: VFile): void {
  const { common } = readDirective(node, file, []);
  become(node, 'div', { common, className: ['cell'] });
}

function readCount(text: string): number | undefined {
  const count = Number(text);
  return Number.isInteger(count) && count >= 1 && count <= MOST_COLUMNS ? count : undefined;
}
