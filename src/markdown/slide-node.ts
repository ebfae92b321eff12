import type { BlockContent, Definition, DefinitionContent, FootnoteDefinition, Node, Parent, RootContent } from 'mdast';
import type { Attributes } from './attributes.ts';

/** A slide as an mdast parent; it becomes a `<section>`. */
export interface SlideNode extends Parent {
  type: 'slide';
  children: RootContent[];
  data: SlideNodeData;
}

interface SlideNodeData {
  hName: 'section';
  /** From the heading that opens the slide and from `::slide`. */
  attributes: Attributes[];
  /** Contents of the slide's `:::notes`, joined. */
  notes: (BlockContent | DefinitionContent)[];
  /** Made from the front matter, not from the text. */
  cover?: boolean;
}

/** Definitions work across the whole file, so they are kept beside the slides, by identifier. */
export interface DeckDefinitions {
  links: Map<string, Definition>;
  footnotes: Map<string, FootnoteDefinition>;
}

declare module 'mdast' {
  interface RootContentMap {
    slide: SlideNode;
  }
}

export function isSlide(node: Node): node is SlideNode {
  return node.type === 'slide';
}
