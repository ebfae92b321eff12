import type { Nodes } from 'mdast';

/** Something that another tool for slides reads, and Lectern shows or passes over. */
export interface Foreign {
  type: Nodes['type'];
  /** Finds it in the node's source; its first group is named in the message. */
  sign: RegExp;
  fate: string;
  /** Says what to write instead; without an answer it is what it is. */
  expected: string | ((written: string) => string | undefined);
  /** The node has to be the first of its slide, or of the deck. @default anywhere */
  first?: 'slide' | 'deck';
  /** A second sign that the file must have. @default none */
  beside?: RegExp;
}
