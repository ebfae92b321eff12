import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { become, readDirective } from './directive.ts';

/** `:::left`, `:::right`, `:::full` and `:::image`: named places of a layout, which put their content there. */
export function slot(node: ContainerDirective, file: VFile): void {
  const { common } = readDirective(node, file, []);
  become(node, 'div', { common, className: ['slot'], dataSlot: node.name });
}
