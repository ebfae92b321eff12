import path from 'node:path';
import type { BrandFace } from '../model/brand-look.ts';
import type { FontFace, StyleSheet } from './theme.ts';

const FORMATS: ReadonlyMap<string, string> = new Map([
  ['.woff2', 'woff2'],
  ['.woff', 'woff'],
  ['.ttf', 'truetype'],
  ['.otf', 'opentype'],
]);

/** Returns the font files of a brand as a style sheet. */
export function brandFonts(faces: readonly BrandFace[]): StyleSheet {
  const fonts = faces.map((face, index) => fontFace(face, `brand-font-${index}`));
  return { css: fonts.map(({ rule }) => rule).join(''), fonts, files: [] };
}

function fontFace({ family, weight, style, file }: BrandFace, placeholder: string): FontFace {
  const format = FORMATS.get(path.extname(file).toLowerCase());
  const source = `url(${placeholder})${format ? `format("${format}")` : ''}`;
  const rule = `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:${source}}`;
  return { rule, embeddable: rule, family, ranges: [], files: [{ placeholder, path: file }] };
}
