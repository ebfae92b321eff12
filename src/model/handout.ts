/** Paper by its name, in mm, upright. */
export const PAPERS = {
  A3: { width: 297, height: 420 },
  A4: { width: 210, height: 297 },
  A5: { width: 148, height: 210 },
  Letter: { width: 215.9, height: 279.4 },
  Legal: { width: 215.9, height: 355.6 },
} as const;

/** The layout of a printed handout. */
export interface HandoutSettings {
  paper: keyof typeof PAPERS;
  /** `undefined` is the one in which slides are larger. */
  orientation: 'portrait' | 'landscape' | undefined;
  /** Slides on a page; `undefined` is as many as fit, with their notes. */
  slides: 1 | 2 | 3 | 4 | 6 | 8 | 9 | 12 | 16 | undefined;
  /** Direction in which slides follow each other where a page has several columns. */
  order: 'across' | 'down';
  /** Position of the notes; `undefined` derives it from the number of slides. */
  notes: 'beside' | 'below' | 'none' | undefined;
  /** Lines to write on instead of the notes. */
  lines: boolean;
  /** A slide is there once for each of its steps. */
  steps: boolean;
  /** Each section starts on a page of its own. */
  sections: boolean;
  /** `save`: every slide in its light tone, without colours behind it. */
  ink: 'full' | 'save';
  /** Colours become greys. */
  grey: boolean;
  /** Two pages side by side on each side of a sheet, in the order in which sheets are folded. */
  booklet: boolean;
  /** Lines around slides. */
  frames: boolean;
  /** The answers of blanks are at the end. */
  solutions: boolean;
  /** Texts above and below the pages, with fields in braces; `undefined` is title and byline, or the number of the page. */
  head: string | undefined;
  foot: string | undefined;
}
