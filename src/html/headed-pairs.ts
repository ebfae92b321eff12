import type { Element } from 'hast';
import { isPicture } from './compose-pictures.ts';
import { element } from './elements.ts';

const HEADING = /^h[3-6]$/;

/**
 * Returns images with headings of their own, as in `### Ada Lovelace`, in the order of images with a line in bold below
 * each; other blocks as they are.
 */
export function namesBelow(blocks: readonly Element[]): readonly Element[] {
  const start = blocks.findIndex(({ tagName }) => HEADING.test(tagName));
  const depth = blocks[start]?.tagName;
  const headings = blocks.filter(({ tagName }) => HEADING.test(tagName));
  if (headings.length < 2 || headings.some(({ tagName, properties }) => tagName !== depth || !isPlain(properties)))
    return blocks;
  const ordered = blocks.slice(0, start);
  for (const [index, heading] of headings.entries()) {
    const next = headings[index + 1];
    const below = blocks.slice(blocks.indexOf(heading) + 1, next ? blocks.indexOf(next) : blocks.length);
    const [picture, ...more] = below.filter(isPicture);
    if (!picture || more.length > 0) return blocks;
    const line = element('p', {}, [element('strong', { ...heading.properties }, heading.children)]);
    if (heading.position) line.position = heading.position;
    ordered.push(picture, line);
    for (const node of below) if (node !== picture) ordered.push(node);
  }
  return ordered;
}

/** Tells whether an author says no more of a heading than its name. */
function isPlain(properties: Element['properties']): boolean {
  return Object.keys(properties).every((name) => name === 'id');
}
