import type { DeckGlyphs } from '../model/deck.ts';

/** Where a theme comes from. */
export interface ThemeSource {
  name: string;
  /** Absolute path of its `theme.css`. */
  file: string;
}

/** A style sheet with everything it needs inside, but for the font files, which are chosen deck by deck. */
export interface StyleSheet {
  css: string;
  fonts: FontFace[];
  /** Files that rules outside `@font-face` show, such as a logo. */
  files: StyleFile[];
}

/** A file that a style sheet names: what stands there for its address, and where the file lies. */
export interface StyleFile {
  placeholder: string;
  path: string;
}

export interface FontFace {
  /** The `@font-face` rule as it stands in the style sheet. */
  rule: string;
  /** The same with its first source only. */
  embeddable: string;
  family: string;
  /** First and last code point of each range; empty for a face without `unicode-range`. */
  ranges: [number, number][];
  files: StyleFile[];
}

/** The faces of a style sheet that have a glyph for what the deck shows. */
export function neededFonts({ fonts, css }: StyleSheet, glyphs: DeckGlyphs): FontFace[] {
  const codeFamily = /--r-code-font:\s*["']?([^,;"'}]+)/.exec(css)?.[1]?.trim();
  return fonts.filter(({ family, ranges }) => {
    const shown = family === codeFamily ? glyphs.code : glyphs.text;
    return ranges.length === 0 ? shown.size > 0 : covers(ranges, shown);
  });
}

function covers(ranges: [number, number][], characters: Set<number>): boolean {
  for (const character of characters) {
    if (ranges.some(([first, last]) => character >= first && character <= last)) return true;
  }
  return false;
}
