import type { Definition, FootnoteDefinition, Node, Parent, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import type { Attributes } from '../model/attributes.ts';

/** A slide as an mdast parent; it becomes a `<section>`. */
export interface SlideNode extends Parent {
  type: 'slide';
  children: RootContent[];
  data: SlideNodeData;
}

/** A slide's speaker notes: they are behind it in the tree, so that what is done to its text is done to them. */
export interface SlideNotes extends Parent {
  type: 'slideNotes';
  children: RootContent[];
}

interface SlideNodeData {
  hName: 'section';
  /** From the heading that opens the slide and from `::slide`. */
  attributes: Attributes[];
  /** Contents of the slide's `:::notes`, joined. */
  notes: RootContent[];
  /** Made from the front matter, not from the text. */
  cover?: boolean;
  /** Numbers on it that the deck counts. */
  numbering?: string;
  /** The label of its heading, where the slide is one of several. */
  part?: string;
  /** It goes on where the slide before was full. */
  continued?: boolean;
}

/** The file that slides are written in, and its definitions. */
export interface Origin {
  file: VFile;
  definitions: DeckDefinitions;
}

/** Definitions work across their whole file, so they are kept beside the slides, by identifier. */
export interface DeckDefinitions {
  links: Map<string, Definition>;
  footnotes: Map<string, FootnoteDefinition>;
}

declare module 'mdast' {
  interface RootContentMap {
    slide: SlideNode;
    slideNotes: SlideNotes;
  }
}

/** Returns the label after the title of a slide that is one of several. */
export function partLabel(part: number, count: number): string {
  return ` (${part}/${count})`;
}

/** Tells whether a node is a slide. */
export function isSlide(node: Node): node is SlideNode {
  return node.type === 'slide';
}
