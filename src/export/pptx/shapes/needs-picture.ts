import type { Measured } from '../../../client/shapes/measured.ts';

/** Tells whether a presentation needs an image of a block: beside what can be edited, or instead of it. */
export function needsPicture(block: Measured): boolean {
  switch (block.kind) {
    case 'drawing':
    case 'formula':
      return true;
    case 'picture':
      return !/\.(?:png|jpe?g|gif)$/.test(block.address);
    case 'media':
      return block.tag === 'canvas' || block.tag === 'iframe';
    default:
      return false;
  }
}
