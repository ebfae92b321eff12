import type { Root, RootContent } from 'mdast';
import type { Plugin } from 'unified';
import type { Split } from '../model/deck.ts';
import { isSlide, type SlideNode } from './slide-node.ts';

export interface SlidesOptions {
  /**
   * Heading depth that still starts a slide.
   * @default 2
   */
  split?: Split;
}

/** Nodes that show nothing by themselves: a slide that holds only these has no content yet. */
const SILENT = new Set(['definition', 'footnoteDefinition']);

/**
 * Makes a slide of each run of blocks between thematic breaks and headings that start slides. `::include` stays as it
 * is, between them.
 */
export const slides: Plugin<[SlidesOptions?], Root> = ({ split = 2 } = {}) => {
  return (tree) => {
    const done: RootContent[] = tree.children.filter(isSlide);
    let current = emptySlide();
    const finish = (): void => {
      if (current.children.length > 0) done.push(withPosition(current));
      current = emptySlide();
    };
    for (const node of tree.children) {
      if (isSlide(node)) continue;
      if (node.type === 'thematicBreak') finish();
      else if (node.type === 'leafDirective' && node.name === 'include') {
        finish();
        done.push(node);
      } else {
        if (startsSlide(node, split) && hasContent(current)) finish();
        current.children.push(node);
      }
    }
    finish();
    tree.children = done;
  };
};

function emptySlide(): SlideNode {
  return { type: 'slide', children: [], data: { hName: 'section', attributes: [], notes: [] } };
}

function startsSlide(node: RootContent, split: Split): boolean {
  return node.type === 'heading' && split !== 'rules' && node.depth <= split;
}

function hasContent(slide: SlideNode): boolean {
  return slide.children.some((node) => !SILENT.has(node.type) && !isNotesOrSettings(node));
}

/** Notes and settings that stand before a heading belong to the slide which that heading opens. */
function isNotesOrSettings(node: RootContent): boolean {
  return (
    (node.type === 'containerDirective' && node.name === 'notes') ||
    (node.type === 'leafDirective' && node.name === 'slide')
  );
}

function withPosition(slide: SlideNode): SlideNode {
  const start = slide.children[0]?.position?.start;
  const end = slide.children.at(-1)?.position?.end;
  if (start && end) slide.position = { start: { ...start }, end: { ...end } };
  return slide;
}
