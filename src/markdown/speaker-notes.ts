import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { hasType } from '../model/walk.ts';
import { isSlide } from './slide-node.ts';

/** Moves what stands in `:::notes` off the slide and into `slide.data.notes`. */
export const speakerNotes: Plugin<[], Root> = () => (tree) => {
  for (const slide of tree.children) {
    if (!isSlide(slide) || !hasType(slide, 'containerDirective')) continue;
    visit(slide, 'containerDirective', (node, index, parent) => {
      if (node.name !== 'notes' || !parent || index === undefined) return undefined;
      slide.data.notes.push(...node.children);
      parent.children.splice(index, 1);
      return index;
    });
  }
};
