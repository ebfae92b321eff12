import type { StyleFault } from '../model/style-fault.ts';

/** The files of a theme. */
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
  /** Warnings for authors. */
  warnings?: string[];
  /** Files that it names and that cannot be used; the declarations that name them are left out. */
  faults?: StyleFault[];
}

/** A file that a style sheet names: what is there for its address, and where the file lies. */
export interface StyleFile {
  placeholder: string;
  path: string;
}

export interface FontFace {
  /** The `@font-face` rule as it is in the style sheet. */
  rule: string;
  /** The same with its first source only. */
  embeddable: string;
  family: string;
  /** First and last code point of each range; empty for a face without `unicode-range`. */
  ranges: [number, number][];
  files: StyleFile[];
}

/** Tokens of fonts that other fonts stand in for. */
export const TEXT_FONTS = ['r-main-font', 'r-heading-font', 'r-code-font'] as const;

/**
 * Puts the families of more fonts, such as those that a deck's own style sheets bring, behind the first family of the theme's fonts, so that they
 * give the characters which that one lacks.
 *
 * @returns custom properties; empty where there is nothing to add.
 */
export function moreFonts(theme: StyleSheet, own: readonly FontFace[]): string {
  const families = [...new Set(own.map(({ family }) => family))];
  const known = TEXT_FONTS.map((token) => fontStack(theme.css, token) ?? '').join();
  const added = families.filter((family) => !known.includes(family)).map((family) => `"${family}"`);
  if (added.length === 0) return '';
  return TEXT_FONTS.map((token) => {
    const [first = 'sans-serif', ...rest] = (fontStack(theme.css, token) ?? 'sans-serif').split(',');
    return `--${token}:${[first, ...added, ...rest].join()}`;
  }).join(';');
}

/** Returns a token's last value: the theme follows the defaults. */
export function fontStack(css: string, token: string): string | undefined {
  return [...css.matchAll(new RegExp(`--${token}:([^;}]+)`, 'g'))].at(-1)?.[1]?.trim();
}

/** Returns the rules of a style sheet without its fonts. */
export function withoutFaces(css: string): string {
  return css.replaceAll(/@font-face\s*\{[^}]*\}/g, '');
}
