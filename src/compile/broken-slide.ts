import type { Paragraph } from 'mdast';
import type { Position } from 'unist';
import { errorBox } from '../html/error-box.ts';
import type { SlideNode } from '../markdown/slide-node.ts';

/** Makes a slide that says why there is nothing else to show. */
export function brokenSlide(reason: string, position: Position | undefined): SlideNode {
  const { tagName, properties, children } = errorBox(reason);
  const box: Paragraph = {
    type: 'paragraph',
    children: [],
    data: { hName: tagName, hProperties: properties, hChildren: children },
    ...(position && { position }),
  };
  return {
    type: 'slide',
    children: [box],
    data: { hName: 'section', attributes: [], notes: [] },
    ...(position && { position }),
  };
}
