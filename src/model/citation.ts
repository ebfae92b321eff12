import type { Parent, PhrasingContent } from 'mdast';
import type { Position } from 'unist';

/** An entry that a citation names, as its author wrote it. */
export interface WrittenCite {
  key: string;
  /** Text before the key, as in “see”. */
  prefix: string;
  /** Text after the key: a place in the work, and more. */
  rest: string;
  /** Its authors are in the sentence already: `-@key`. */
  withoutAuthor: boolean;
  /** Where the key is. */
  position: Position | undefined;
}

/** A citation in the text. It shows what was written until the bibliography is known. */
export interface CitationNode extends Parent {
  type: 'citation';
  children: PhrasingContent[];
  cites: WrittenCite[];
  /** The authors are part of the sentence, as in `@key says`. */
  narrative: boolean;
  /** It begins with a raised number, which follows a word without a blank. */
  raised?: boolean;
  /** The citation as its author wrote it. */
  written: string;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citation: CitationNode;
  }
  interface RootContentMap {
    citation: CitationNode;
  }
}
