import type { LecternError } from './errors.ts';

/** Something that is drawn when the deck is built. */
export interface DrawingJob {
  kind: 'mermaid' | 'dot' | 'chart' | 'vega-lite' | 'formula';
  source: string;
  /** What else the drawing depends on, such as `chart=bar`. */
  options: Record<string, string>;
}

/** What was drawn. */
export interface Drawn {
  /** An SVG element that runs and loads nothing, whose colours are tokens of the theme, as in `var(--deck-accent)`; of a formula, HTML. */
  markup: string;
  /** What the drawing shows, in words. */
  description: string;
}

/** Why there is no drawing, and where in the source, as far as that is known. */
export interface DrawingProblem {
  problem: string;
  /** 1-based. */
  line?: number;
  /** UTF-16 offset. */
  offset?: number;
  /** The environment, not the source, is at fault. */
  error?: LecternError;
}

/** Draws. Never fails: what cannot be drawn has a reason. */
export type Draw = (job: DrawingJob) => Promise<Drawn | DrawingProblem>;
