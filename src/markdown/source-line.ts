import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { become, readDirective } from './directive.ts';

/** Reads `:::source`: where what the slide shows is from, in a line at its foot. */
export function source(node: ContainerDirective, file: VFile): void {
  const { common } = readDirective(node, file, []);
  become(node, 'div', { common, className: ['source'], dataComponent: 'source' });
}
