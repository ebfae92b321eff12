import type { LeafDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { become, readDirective } from './directive.ts';

/** Reads `::references`: the list of what the deck cites; its entries are known once all citations are. */
export function references(node: LeafDirective, file: VFile): void {
  const { common, settings } = readDirective(node, file, ['all']);
  const all = settings.flag('all', false);
  become(node, 'div', { common, dataReferences: all ? 'all' : 'cited' });
}
