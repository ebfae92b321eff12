import { xml, type Element } from '../xml.ts';
import { isFence, type MathNode } from './mathml.ts';
import type { Convert, MathLook } from './runs.ts';

/** Puts a sequence between fences that grow with it, cut at fences in its middle. */
export function delimiters(content: readonly MathNode[], look: MathLook, convert: Convert): Element {
  const begins = isFence(content[0]);
  const ends = isFence(content.at(-1)) && content.length > 1;
  const parts: MathNode[][] = [[]];
  let between = '';
  for (const node of content.slice(begins ? 1 : 0, ends ? -1 : undefined)) {
    if (isFence(node)) {
      between = fence(node);
      parts.push([]);
    } else parts.at(-1)?.push(node);
  }
  return xml(
    'm:d',
    {},
    xml(
      'm:dPr',
      {},
      xml('m:begChr', { 'm:val': begins ? fence(content[0]) : '' }),
      between === '' ? undefined : xml('m:sepChr', { 'm:val': between }),
      xml('m:endChr', { 'm:val': ends ? fence(content.at(-1)) : '' }),
    ),
    parts.map((part) => xml('m:e', {}, convert(part, look))),
  );
}

/** Signs of relations that look like bars, as the bars that Office Math stretches. */
function fence(node: MathNode | undefined): string {
  return (node?.text ?? '').replace('∣', '|').replace('∥', '‖');
}
