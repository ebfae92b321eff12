import type { BlockContent, DefinitionContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { warn } from '../model/messages.ts';
import { become, readDirective } from './directive.ts';
import { takesPlace } from './unseen.ts';

type Block = BlockContent | DefinitionContent;

/**
 * Makes a grid of `::::columns` with `:::column{width=2}` inside; widths are shares. Blocks outside every column keep
 * their place as columns of their own; where there are headings and no columns, a heading and what follows it are one.
 */
export function columns(node: ContainerDirective, file: VFile): void {
  const { common } = readDirective(node, file, []);
  node.children = byHeadings(node.children) ?? node.children;
  const template = node.children
    .filter(takesPlace)
    .map((child) => (child.type === 'containerDirective' && child.name === 'column' ? placeColumn(child, file) : 1))
    .map((share) => `minmax(0, ${share}fr)`)
    .join(' ');
  become(node, 'div', { common, className: ['columns'], style: `--deck-columns: ${template}` });
}

/** Puts each heading of the highest level, with what follows it, into a column. */
function byHeadings(blocks: Block[]): Block[] | undefined {
  const [first] = blocks;
  if (first?.type !== 'heading') return undefined;
  const sides: Block[][] = [];
  for (const block of blocks) {
    if (block.type === 'containerDirective' && block.name === 'column') return undefined;
    if (block.type === 'heading' && block.depth <= first.depth) sides.push([block]);
    else sides.at(-1)?.push(block);
  }
  // Headings alone are columns already.
  if (sides.length < 2 || sides.some((side) => side.length < 2)) return undefined;
  return sides.map((children): ContainerDirective => ({
    type: 'containerDirective',
    name: 'column',
    attributes: {},
    children,
  }));
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
