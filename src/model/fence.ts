import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { Attributes } from './attributes.ts';

/** Lines of a block of code, 1-based and inclusive. */
export type LineRanges = [first: number, last: number][];

/** A fence or a formula as its author wrote it, before anything is drawn. */
export interface Fence {
  /** `rendered` is for a plugin of the project. */
  kind: 'code' | 'math' | 'inline-math' | 'mermaid' | 'dot' | 'chart' | 'vega-lite' | 'rendered';
  /** Language of code; empty where none is named. */
  lang: string;
  value: string;
  /** The text after the language, as written. */
  meta?: string | undefined;
  attributes: Attributes;
  /** Emphasized line ranges, step by step; one entry is emphasis without steps. */
  emphasis: LineRanges[];
  /** Number of the first line. */
  from: number;
  /** Position of the block. */
  position: Position | undefined;
  /** Position of the first line of its value; `undefined` where the value comes from another file. */
  valueStart: { line: number; column: number } | undefined;
  /** Takes messages about it. */
  file: VFile;
  /** Why there is nothing to show. */
  problem?: string;
  /** The labels of a formula, and its settings; `undefined` where there are none. */
  formula?: FormulaFacts;
  /** The words before its caption, such as “Figure 2: ”. */
  caption?: string;
}

/** A label inside a formula. */
export interface FormulaLabel {
  name: string;
  /** UTF-16 offset in the formula. */
  offset: number;
  /** The text that `\tag{…}` sets next to its row; `undefined` for a row that has a number. */
  tag: string | undefined;
  /** How many numbers the rows before it take. */
  before: number;
}

export interface FormulaFacts {
  labels: readonly FormulaLabel[];
  /** The names in `\ref` and `\eqref`, and their places, in UTF-16 units. */
  references: readonly { name: string; offset: number }[];
  /** The environment that gives it a number, where its author wrote none. */
  wrap?: 'equation' | 'gathered';
  /** Macros of the deck that it uses, as JSON. */
  macros?: string;
  /** The numbers of its rows, where the deck has counted them; the other formulas are counted as they come. */
  numbers?: string[];
  /** The texts of its references, and the ids that they lead to, by name. */
  links?: Record<string, { text: string; id: string }>;
}
