import type { LecternError } from './errors.ts';

/** Something that is drawn when the deck is built. */
export interface DrawingJob {
  kind: 'mermaid' | 'dot' | 'chart' | 'vega-lite' | 'formula';
  source: string;
  /** Options of the drawing, such as `chart=bar`. */
  options: Record<string, string>;
}

/** The result of a drawing. */
export interface Drawn {
  /** An SVG element that runs and loads nothing, whose colours are tokens of the theme, as in `var(--deck-accent)`; of a formula, HTML. */
  markup: string;
  /** A text alternative of the drawing. */
  description: string;
}

/** The reason why a drawing failed, and its position in the source where known. */
export interface DrawingProblem {
  problem: string;
  /** 1-based. */
  line?: number;
  /** UTF-16 offset. */
  offset?: number;
  /** The environment, not the source, causes the problem. */
  error?: LecternError;
}

/** Draws. Never fails: what cannot be drawn has a reason. */
export type Draw = (job: DrawingJob) => Promise<Drawn | DrawingProblem>;
