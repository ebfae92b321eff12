import type { FilePoint } from './xml-tree.ts';

/** One entry in a citation, with its prefix, locator and suffix. */
export interface Cite {
  key: string;
  /** Text before it, as in “see”. */
  prefix: string;
  /** Text behind it. */
  suffix: string;
  /** A place in the work, as in `33-35`. */
  locator: string;
  /** The unit of the locator, as CSL names it, as in `page`. */
  label: string;
  withoutAuthor: boolean;
}

/** The content of one pair of brackets, or of a sentence. */
export interface Citation {
  cites: readonly Cite[];
  /** The authors of the first entry are part of the sentence. */
  narrative: boolean;
}

/** Something that is wrong with a bibliography or a style. */
export interface CitationFault {
  problem: string;
  place: FilePoint | undefined;
}
