import type { Root, RootContent } from 'mdast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { hasType } from '../model/walk.ts';
import { takeAsideNotes } from './aside-notes.ts';
import { isSlide, type SlideNotes } from './slide-node.ts';

/**
 * Moves what is in `:::notes`, or in `<aside class="notes">`, off the slide, to be behind it and in
 * `slide.data.notes`.
 */
export const speakerNotes: Plugin<[], Root> = () => (tree) => {
  tree.children = tree.children.flatMap((child): RootContent[] => {
    if (!isSlide(child)) return [child];
    if (hasType(child, 'html')) child.data.notes.push(...takeAsideNotes(child));
    if (child.data.notes.length === 0 && !hasType(child, 'containerDirective')) return [child];
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
