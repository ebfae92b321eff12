import type { Image, Link, Parents, PhrasingContent, Root, Text } from 'mdast';
import type { Plugin } from 'unified';
import type { Point } from 'unist';
import { visit } from 'unist-util-visit';
import { positionIn } from './position-in.ts';

const WRITTEN = /(?<![\\\w])(!?)\[([^[\]\n]*)\]\(([^()<>\n]*)\)/g;
const TITLED = /^([^"']*) ["']([^"']*)["']\s*$/;
const FILE = /^[^"']*\S\.[a-z0-9]{2,5}$/i;

/**
 * Reads images and links whose address has blanks, as in `![](my photo.png)`: to CommonMark they are text, and that is
 * never meant. What has an escape in it is left alone.
 */
export const looseAddresses: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file);
  if (!hasBlankInAddress(source)) return;
  visit(tree, 'text', (node, index, parent) => {
    const { start, end } = node.position ?? {};
    if (!parent || index === undefined || !start || !node.value.includes('](')) return undefined;
    if (source.slice(start.offset, end?.offset) !== node.value) return undefined;
    const nodes = split(node, start, parent);
    if (nodes.every(({ type }) => type === 'text')) return undefined;
    parent.children.splice(index, 1, ...(nodes as never[]));
    return index + nodes.length;
  });
};

function hasBlankInAddress(source: string): boolean {
  for (let at = source.indexOf(']('); at !== -1; at = source.indexOf('](', at + 2)) {
    const end = source.indexOf(')', at);
    if (end === -1) return false;
    if (source.slice(at, end).includes(' ')) return true;
  }
  return false;
}

function split({ value }: Text, start: Point, parent: Parents): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let from = 0;
  const addText = (to: number): void => {
    if (to > from)
      nodes.push({ type: 'text', value: value.slice(from, to), position: positionIn(start, value, [from, to]) });
  };
  for (const match of value.matchAll(WRITTEN)) {
    const [written, bang = '', words = '', inside = ''] = match;
    const [, address = inside, title] = TITLED.exec(inside) ?? [];
    const url = address.trim();
    if (!url.includes(' ') || !FILE.test(url) || (bang === '' && parent.type === 'link')) continue;
    addText(match.index);
    from = match.index + written.length;
    const position = positionIn(start, value, [match.index, from]);
    const image: Image = { type: 'image', url, alt: words, position, ...(title && { title }) };
    const link: Link = {
      type: 'link',
      url,
      children: [{ type: 'text', value: words }],
      position,
      ...(title && { title }),
    };
    nodes.push(bang ? image : link);
  }
  addText(value.length);
  return nodes;
}
