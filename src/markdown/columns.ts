import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { become, readDirective } from './directive.ts';

/**
 * `::::columns` with `:::column{width=2}` inside becomes a grid; widths are shares.
 * Blocks that stand outside every column keep their place as columns of their own.
 */
export function columns(node: ContainerDirective, file: VFile): void {
  const { common } = readDirective(node, file, []);
  const template = node.children
    .map((child) => (child.type === 'containerDirective' && child.name === 'column' ? shareOf(child) : 1))
    .map((share) => `minmax(0, ${share}fr)`)
    .join(' ');
  become(node, 'div', { common, className: ['columns'], style: `--deck-columns: ${template}` });
}

export function column(node: ContainerDirective, file: VFile): void {
  const { common, settings } = readDirective(node, file, ['width']);
  settings.parsed('width', readShare, 'a share such as 2 or 0.5');
  become(node, 'div', { common, className: ['column'] });
}

function shareOf(node: ContainerDirective): number {
  return readShare(node.attributes?.['width'] ?? '') ?? 1;
}

function readShare(text: string): number | undefined {
  const share = Number(text);
  return share > 0 && share <= 100 ? share : undefined;
}
