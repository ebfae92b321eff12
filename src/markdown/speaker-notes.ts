import type { Root, RootContent } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { hasType } from '../model/walk.ts';
import { isSlide, type SlideNotes } from './slide-node.ts';

/** Moves what stands in `:::notes` off the slide, to stand behind it and in `slide.data.notes`. */
export const speakerNotes: Plugin<[], Root> = () => (tree) => {
  tree.children = tree.children.flatMap((child): RootContent[] => {
    if (!isSlide(child) || !hasType(child, 'containerDirective')) return [child];
    visit(child, 'containerDirective', (node, index, parent) => {
      if (node.name !== 'notes' || !parent || index === undefined) return undefined;
      for (const note of node.children) child.data.notes.push(note);
      parent.children.splice(index, 1);
      return index;
    });
    const notes: SlideNotes = { type: 'slideNotes', children: child.data.notes };
    return notes.children.length > 0 ? [child, notes] : [child];
  });
};
