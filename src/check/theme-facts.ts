import type { VFile } from 'vfile';
import type { Slide, Tone } from '../model/deck.ts';
import type { Declaration } from '../theme/read-css.ts';
import type { StyleSheet, ThemeSource } from '../theme/theme.ts';
import type { InspectedTheme } from '../client/inspect/inspect-theme.ts';

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
