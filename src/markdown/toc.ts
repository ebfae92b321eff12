import type { LeafDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { become, readDirective } from './directive.ts';

/** `::toc`: the agenda; its entries are known when all slides are. */
export function toc(node: LeafDirective, file: VFile): void {
  const { common } = readDirective(node, file, []);
  become(node, 'nav', { common, className: ['toc'], dataToc: '' });
}
