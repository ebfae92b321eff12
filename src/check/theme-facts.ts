import type { VFile } from 'vfile';
import type { Slide, Tone } from '../model/deck.ts';
import type { Declaration } from '../theme/read-css.ts';
import type { StyleSheet, ThemeSource } from '../theme/theme.ts';
import type { TextFacts } from '../client/inspect/collect-texts.ts';
import type { FitResult } from '../client/fit-slides.ts';

/** The slides of the specimen as a theme shows them in one tone. */
export interface InspectedTheme {
  fits: FitResult[];
  /** Texts that are written alike on a slide are one. */
  texts: ThemeText[];
  /** Colours of the series of charts, as `#rrggbb`. */
  charts: string[];
}

/** A text as it is seen, with the names that its colours have in the theme. */
export interface ThemeText extends Omit<TextFacts, 'colour' | 'background'> {
  /** Index of the slide in the document. */
  slide: number;
  colour: NamedColour;
  background: NamedColour;
}

/** A colour with the first token that has it on the slide; empty where none has. */
export interface NamedColour {
  hex: string;
  token: string;
}

/** Facts about a theme for its rules. */
export interface ThemeFacts {
  theme: ThemeSource;
  /** The theme's own style sheet, which takes the messages. */
  file: VFile;
  css: string;
  /** Custom properties that it and its imported style sheets set. */
  declarations: Declaration[];
  /** All of its styles, the base layer included. */
  sheet: StyleSheet;
  /** The slides of the specimen. */
  slides: readonly Slide[];
  /** Measurements of the specimen in each tone; `undefined` is a slide's default tone. */
  measured: Map<Tone | undefined, InspectedTheme>;
}
