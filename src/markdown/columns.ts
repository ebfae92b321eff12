import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { warn } from '../model/messages.ts';
import { become, readDirective } from './directive.ts';
import { takesPlace } from './unseen.ts';

/**
 * `::::columns` with `:::column{width=2}` inside becomes a grid; widths are shares.
 * Blocks that stand outside every column keep their place as columns of their own.
 */
export function columns(node: ContainerDirective, file: VFile): void {
  const { common } = readDirective(node, file, []);
  const template = node.children
    .filter(takesPlace)
    .map((child) => (child.type === 'containerDirective' && child.name === 'column' ? placeColumn(child, file) : 1))
    .map((share) => `minmax(0, ${share}fr)`)
    .join(' ');
  become(node, 'div', { common, className: ['columns'], style: `--deck-columns: ${template}` });
}

/** Reports a column outside of `::::columns`. */
export function column(node: ContainerDirective, file: VFile): void {
  if (node.data?.hName) return;
  placeColumn(node, file);
  const reason = 'Unexpected “:::column” outside of columns, expected it inside “::::columns”, which has more colons';
  warn(file, reason, { place: node, ruleId: 'column-place' });
}

function placeColumn(node: ContainerDirective, file: VFile): number {
  const { common, settings } = readDirective(node, file, ['width']);
  become(node, 'div', { common, className: ['column'] });
  return settings.parsed('width', readShare, 'a share such as 2 or 0.5') ?? 1;
}

function readShare(text: string): number | undefined {
  const share = Number(text);
  return share > 0 && share <= 100 ? share : undefined;
}
