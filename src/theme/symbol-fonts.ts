import type { DeckGlyphs } from '../model/deck-glyphs.ts';
import type { FontFace, StyleSheet } from './theme.ts';

/** Arrows, signs of mathematics, shapes, suits of cards and a check mark: what talks use and text fonts lack. */
const RANGES: [number, number][] = [
  [0x2190, 0x22ff],
  [0x2308, 0x230b],
  [0x25a0, 0x25ff],
  [0x2605, 0x2605],
  [0x2660, 0x266f],
  [0x2713, 0x2713],
  [0x27e8, 0x27ff],
];

const FACES: FontFace[] = [
  face('Lectern Signs', 'katex/dist/fonts/KaTeX_Main-Regular.woff2'),
  face('Lectern Shapes', 'katex/dist/fonts/KaTeX_AMS-Regular.woff2'),
];

/** Fonts for signs, which every deck has its formulas from anyway; one sheet for all, as files are linked by sheets. */
export const SYMBOL_FONTS: StyleSheet = { css: FACES.map(({ rule }) => rule).join(''), fonts: FACES, files: [] };

/** Tells whether a deck shows any of these symbols. */
export function showsSymbols({ text, code }: DeckGlyphs): boolean {
  return [text, code].some((points) =>
    [...points].some((point) => RANGES.some(([first, last]) => point >= first && point <= last)),
  );
}

function face(family: string, path: string): FontFace {
  const range = RANGES.map(([first, last]) => `U+${first.toString(16)}-${last.toString(16)}`).join();
  const placeholder = `sign-font-${family.replaceAll(' ', '-').toLowerCase()}`;
  const rule = `@font-face{font-family:"${family}";src:url(${placeholder})format("woff2");unicode-range:${range}}`;
  return { rule, embeddable: rule, family, ranges: RANGES, files: [{ placeholder, path }] };
}
