import type { PhrasingContent, RootContent } from 'mdast';
import type { Language } from './languages/language.ts';
import type { Lines, Sentence } from './words.ts';

/** An article as a talk needs it: sections of sentences and blocks, each with its lines. */
export interface Article {
  language: Language;
  /** The tag that the deck has: as the article names it, or as its words tell. */
  lang: string;
  title: Sentence | undefined;
  subtitle: Sentence | undefined;
  author: string | undefined;
  date: string | undefined;
  sections: Section[];
  /** All of them, in order. */
  sentences: Sentence[];
  /** Images on the web or at a site's root, which decks do not load. */
  leftOut: LeftOutImage[];
}

export interface LeftOutImage {
  alt: string;
  url: string;
  line: number;
}

export interface Section {
  title: Sentence | undefined;
  lines: Lines;
  /** Said while the title is shown, where the title is a piece of them. */
  opening?: readonly Sentence[];
  units: Unit[];
}

/** Paragraphs, or a block between them. */
export type Unit = Prose | Block;

export interface Prose {
  kind: 'prose';
  /** A heading below that of the section. */
  title: Sentence | undefined;
  sentences: Sentence[];
  /** First sentences of paragraphs. */
  starts: ReadonlySet<Sentence>;
}

export interface Block {
  kind: 'code' | 'table' | 'picture' | 'missing' | 'math' | 'list' | 'quote';
  title: Sentence | undefined;
  /** Sentences that are said with it: the one that leads to it, and those it has itself. */
  lead: Sentence[];
  sentences: Sentence[];
  node: RootContent;
  lines: Lines;
  items: ListEntry[];
  ordered: boolean;
}

/** An item of a list. */
export interface ListEntry {
  /** Its words in bold, where it begins with them. */
  lead: PhrasingContent[] | undefined;
  sentences: Sentence[];
}
