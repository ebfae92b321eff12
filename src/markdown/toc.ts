import type { Nodes, Paragraph } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { become, readDirective } from './directive.ts';

/** `::toc`: the agenda; its entries are known when all slides are. */
export function toc(node: LeafDirective, file: VFile): void {
  const { common } = readDirective(node, file, []);
  become(node, 'nav', { common, className: ['toc'], dataToc: '' });
}

/** What `::toc` becomes, for slides that have an agenda by their layout. */
export function agendaNode(): Paragraph {
  return { type: 'paragraph', children: [], data: { hName: 'nav', hProperties: { className: ['toc'], dataToc: '' } } };
}

/** Whether an agenda stands anywhere in it. */
export function hasAgenda(node: Nodes): boolean {
  const data = node.data as { hProperties?: { dataToc?: string } } | undefined;
  return data?.hProperties?.dataToc !== undefined || ('children' in node && node.children.some(hasAgenda));
}
