import type { OptionalSheet } from './optional-sheets.ts';

/** What a deck shows that its style sheets and fonts have to have. */
export interface DeckGlyphs {
  text: Set<number>;
  code: Set<number>;
  /** What the presenter's windows say beside the deck, upright in its font of text. */
  windows?: ReadonlySet<number>;
  /** Fonts of formulas by their file names, such as `KaTeX_Main-Regular`. */
  math: Set<string>;
  /** Languages of the deck, its slides and parts of them. */
  langs: Set<string>;
  /** What authors say with `style=` of signs before and after text. */
  styles: string;
  /** Slides or notes show what has a style sheet of its own. */
  sheets?: Set<OptionalSheet>;
}
