/** Something that is drawn when the deck is built. */
export interface DrawingJob {
  kind: 'mermaid' | 'dot' | 'chart' | 'vega-lite';
  source: string;
  /** What else the drawing depends on, such as `chart=bar`. */
  options: Record<string, string>;
}

/** A drawing as the text of an SVG element; its colours are tokens of the theme, as in `var(--deck-accent)`. */
export interface Drawn {
  svg: string;
  /** What the drawing shows, in words. */
  description: string;
}

/** Why there is no drawing, with its 1-based line in the source where that is known. */
export interface DrawingProblem {
  problem: string;
  line?: number;
}

/** Draws. Never fails: what cannot be drawn has a reason. */
export type Draw = (job: DrawingJob) => Promise<Drawn | DrawingProblem>;
