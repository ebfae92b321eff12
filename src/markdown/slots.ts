import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { become, readDirective } from './directive.ts';

/** Reads `:::left`, `:::right`, `:::full` and `:::image`: content for a named slot of a layout. */
export function slot(node: ContainerDirective, file: VFile): void {
  const { common } = readDirective(node, file, []);
  become(node, 'div', { common, className: ['slot'], dataSlot: node.name });
}
