import type { List, Paragraph } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { panels } from './cards.ts';
import { become } from './directive.ts';
import { becomeList, readComponent, refuseContent } from './component.ts';

const EXPECTED =
  'four items or four headings with text: top left, top right, bottom left, bottom right, as in “- **Strengths** What we do well”';

/** Reads `:::matrix{x=Effort y=Value}`: two rows of two boxes, with axes where they are named. */
export function matrix(node: ContainerDirective, file: VFile): void {
  const read = readComponent(node, file, ['x', 'y']);
  const items = panels(read, file);
  if (items?.length !== 4) return refuseContent(node, file, EXPECTED);
  const [x, y] = (['x', 'y'] as const).map((axis) => read.settings.text(axis)?.trim() ?? '');
  if (!x && !y) return becomeList(node, { read, items, className: ['matrix-boxes'] });
  for (const item of items) Object.assign(item, { spread: false, checked: null });
  const list: List = {
    type: 'list',
    ordered: false,
    spread: false,
    children: items,
    data: { hProperties: { className: ['matrix-boxes'], role: 'list', dataItems: '', ...read.stepping } },
  };
  become(node, 'div', { common: read.common, dataComponent: 'matrix', className: ['matrix', 'matrix-axes'] });
  node.children = [...(y ? [axis('y', y)] : []), list, ...(x ? [axis('x', x)] : [])];
}

function axis(name: 'x' | 'y', words: string): Paragraph {
  return {
    type: 'paragraph',
    children: [{ type: 'text', value: words }],
    data: { hProperties: { className: ['matrix-axis', `matrix-${name}`] } },
  };
}
