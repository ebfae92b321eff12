import type { Root, RootContent } from 'mdast';
import type { Plugin } from 'unified';
import type { Split } from '../model/deck.ts';
import { reportDashedTable } from './dashed-tables.ts';
import { subtitlesIn } from './ruled-decks.ts';
import { isSlide, type SlideNode } from './slide-node.ts';
import { isUnseen } from './unseen.ts';

export interface SlidesOptions {
  /**
   * Heading depth that still starts a slide.
   * @default 2
   */
  split?: Split;
  /** The author chose that depth. */
  chosen?: boolean;
}

/** Nodes that show nothing by themselves: a slide that holds only these has no content yet. */
const SILENT = new Set(['definition', 'footnoteDefinition']);

/**
 * Makes a slide of each run of blocks between thematic breaks and headings that start slides. `::include` stays as it
 * is, between them. HTML that shows nothing makes no slide: it belongs to the one that follows.
 */
export const slides: Plugin<[SlidesOptions?], Root> = ({ split = 2, chosen = true } = {}) => {
  return (tree, file) => {
    const subtitles = chosen ? undefined : subtitlesIn(tree);
    let hasTable = false;
    const done: RootContent[] = tree.children.filter(isSlide);
    let current = emptySlide();
    const finish = (): void => {
      if (current.children.every(isUnseen)) return;
      done.push(withPosition(opened(current)));
      current = emptySlide();
    };
    for (const node of tree.children) {
      if (isSlide(node)) continue;
      if (node.type === 'thematicBreak') {
        // The table has more of them.
        hasTable ||= reportDashedTable(node, file);
        finish();
      } else if (node.type === 'leafDirective' && node.name === 'include') {
        finish();
        done.push(node);
      } else {
        if (startsSlide(node, split) && hasContent(current) && !subtitles?.has(node)) finish();
        current.children.push(node);
      }
    }
    finish();
    // Behind the last slide it has none to belong to but that.
    const last = done.findLast((node) => isSlide(node));
    if (last) for (const node of current.children) last.children.push(node);
    tree.children = done;
  };
};

/** The slide with its heading before what shows nothing: its first block opens it. */
function opened(slide: SlideNode): SlideNode {
  const first = slide.children.find((node) => !isUnseen(node));
  if (first?.type !== 'heading') return slide;
  return { ...slide, children: [first, ...slide.children.filter((node) => node !== first)] };
}

function emptySlide(): SlideNode {
  return { type: 'slide', children: [], data: { hName: 'section', attributes: [], notes: [] } };
}

function startsSlide(node: RootContent, split: Split): boolean {
  return node.type === 'heading' && split !== 'rules' && node.depth <= split;
}

function hasContent(slide: SlideNode): boolean {
  return slide.children.some((node) => !SILENT.has(node.type) && !isUnseen(node) && !isNotesOrSettings(node));
}

/** Notes and settings that are before a heading belong to the slide which that heading opens. */
function isNotesOrSettings(node: RootContent): boolean {
  return (
    (node.type === 'containerDirective' && node.name === 'notes') ||
    (node.type === 'leafDirective' && node.name === 'slide')
  );
}

function withPosition(slide: SlideNode): SlideNode {
  // Nodes of plugins have no position.
  const seen = slide.children.filter((node) => node.position && !isUnseen(node));
  const start = seen[0]?.position?.start;
  const end = seen.at(-1)?.position?.end;
  if (start && end) slide.position = { start: { ...start }, end: { ...end } };
  return slide;
}
