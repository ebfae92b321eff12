import type { Root } from 'mdast';
import type { DeckFiles } from './deck-files.ts';

/** The fate of a construct: it is the same, something else that shows the same, or gone. */
export type Fate = 'kept' | 'changed' | 'lost';

/** A construct of another tool, as the report of a reading names it. */
export interface DialectEntry {
  fate: Fate;
  /** Names the construct, as in `paginate: true`. */
  what: string;
  /** Says what it became, or what to do about it. */
  advice: string;
  /** Where it is written, as offsets in the source. */
  start: number;
  end: number;
}

/** A part of the source, as offsets. */
export interface SourceRange {
  start: number;
  end: number;
}

/** An entry of the front matter. */
export interface FrontEntry extends SourceRange {
  key: string;
  /** As YAML reads it: text, number, list, map. */
  value: unknown;
}

/** Front matter that is being changed. Keys that are added are written at its end; it is made where there is none. */
export interface DialectFront {
  /** The entries as they are written, by key. */
  readonly entries: ReadonlyMap<string, FrontEntry>;
  /** Where the Markdown after the front matter begins. */
  readonly bodyStart: number;
  /** Sets a key to a value, in the place of the entry `instead` where there is one. */
  set: (key: string, value: unknown, instead?: string) => void;
  remove: (key: string) => void;
  /** Tells whether the key is there, or was added. */
  has: (key: string) => boolean;
}

/**
 * The source of a deck of another tool, which a dialect turns into a source of Lectern by changes. The parts that it
 * leaves alone stay as they are, to the byte.
 *
 * All offsets are those of `text`. Of changes within each other, the outer one counts.
 */
export interface DialectSource {
  readonly text: string;
  /** Path of the file, as messages name it. */
  readonly path: string;
  /** The file is part of another deck: its front matter has no effect. */
  readonly included: boolean;
  readonly front: DialectFront;
  /** The files that the deck can name. */
  readonly files: DeckFiles;
  /** Parses a part of the text as GitHub Flavored Markdown with formulas. Positions are those of `text`. */
  parse: (range?: SourceRange) => Root;
  insert: (at: number, text: string) => void;
  replace: (range: SourceRange, text: string) => void;
  remove: (range: SourceRange) => void;
  /** Adds an entry to the report. What is lost is a warning in every build. */
  report: (fate: Fate, range: SourceRange, words: Pick<DialectEntry, 'what' | 'advice'>) => void;
}

/** Reads decks of another tool. */
export interface Dialect {
  /** The name that `dialect:` and `--from` use: lower-case letters, digits and `-`. */
  name: string;
  /** The tool's name, for messages. @default the name */
  title?: string;
  /** Tells whether a source is certainly written for this tool. It is asked for every deck, so it must be quick. */
  detect?(text: string): boolean;
  /** Changes the source into one of Lectern. An Error that it throws becomes a message. */
  read(source: DialectSource): void | Promise<void>;
}
