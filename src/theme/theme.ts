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
  /** What authors should know of it. */
  warnings?: string[];
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
  const codeFamily = firstFamily(css, 'deck-code-font') ?? firstFamily(css, 'r-code-font');
  return fonts.filter(({ family, ranges, files }) => {
    if (family.startsWith('KaTeX_')) return files.some(({ path }) => glyphs.math.has(fontName(path)));
    const shown = family === codeFamily ? glyphs.code : glyphs.text;
    return ranges.length === 0 ? shown.size > 0 : covers(ranges, shown);
  });
}

/** `…/KaTeX_Main-Regular.woff2` → `KaTeX_Main-Regular` */
function fontName(path: string): string {
  return /([^/\\]+)\.\w+$/.exec(path)?.[1] ?? '';
}

function firstFamily(css: string, token: string): string | undefined {
  return stackOf(css, token)?.split(',', 1)[0]?.replace(/["']/g, '').trim();
}

/** The CSS `font-family` of running text. */
export function textFamily({ css }: StyleSheet): string {
  return stackOf(css, 'r-main-font') ?? 'sans-serif';
}

function stackOf(css: string, token: string): string | undefined {
  return new RegExp(`--${token}:([^;}]+)`).exec(css)?.[1]?.trim();
}

const FONT_TOKENS = ['r-main-font', 'r-heading-font'];

/**
 * Puts the families that a deck's own style sheets bring behind the first family of the theme's fonts, so that they
 * give the characters which that one lacks.
 *
 * @returns custom properties; empty where there is nothing to add.
 */
export function moreFonts(theme: StyleSheet, own: StyleSheet): string {
  const families = [...new Set(own.fonts.map(({ family }) => family))];
  const known = FONT_TOKENS.map((token) => stackOf(theme.css, token) ?? '').join();
  const added = families.filter((family) => !known.includes(family)).map((family) => `"${family}"`);
  if (added.length === 0) return '';
  return FONT_TOKENS.map((token) => {
    const [first = 'sans-serif', ...rest] = (stackOf(theme.css, token) ?? 'sans-serif').split(',');
    return `--${token}:${[first, ...added, ...rest].join()}`;
  }).join(';');
}

function covers(ranges: [number, number][], characters: Set<number>): boolean {
  for (const character of characters) {
    if (ranges.some(([first, last]) => character >= first && character <= last)) return true;
  }
  return false;
}
