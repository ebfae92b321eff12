import type { OptionalSheet } from './optional-sheets.ts';

/** Text of a deck that its style sheets and fonts must cover. */
export interface DeckGlyphs {
  text: Set<number>;
  code: Set<number>;
  /** Text of the presenter's windows, upright in the deck's font of text. */
  windows?: ReadonlySet<number>;
  /** Fonts of formulas by their file names, such as `KaTeX_Main-Regular`. */
  math: Set<string>;
  /** Languages of the deck, its slides and parts of them. */
  langs: Set<string>;
  /** Declarations of authors with `style=` that concern text before and after elements. */
  styles: string;
  /** Slides or notes show what has a style sheet of its own. */
  sheets?: Set<OptionalSheet>;
}
