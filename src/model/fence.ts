import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { Attributes } from './attributes.ts';

/** Lines of a block of code, 1-based and inclusive. */
export type LineRanges = [first: number, last: number][];

/** A fence or a formula as its author wrote it, before anything is drawn. */
export interface Fence {
  kind: 'code' | 'math' | 'inline-math' | 'mermaid' | 'dot' | 'chart' | 'vega-lite';
  /** Language of code; empty where none is named. */
  lang: string;
  value: string;
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
}
