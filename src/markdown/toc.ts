import type { Nodes, Paragraph } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { become, readDirective } from './directive.ts';

/** Reads `::toc`: the agenda; its entries are known once all slides are. */
export function toc(node: LeafDirective, file: VFile): void {
  const { common } = readDirective(node, file, []);
  become(node, 'nav', { common, className: ['toc'], dataToc: '' });
}

/** Creates the node of an agenda, for slides whose layout includes one. */
export function agendaNode(): Paragraph {
  return { type: 'paragraph', children: [], data: { hName: 'nav', hProperties: { className: ['toc'], dataToc: '' } } };
}

/** Tells whether a tree contains an agenda. */
export function hasAgenda(node: Nodes): boolean {
  const data = node.data as { hProperties?: { dataToc?: string } } | undefined;
  return data?.hProperties?.dataToc !== undefined || ('children' in node && node.children.some(hasAgenda));
}
