import { glyphsOf, windowGlyphs } from '../html/glyphs.ts';
import { embedStyleFiles } from '../styles/embed-style-files.ts';
import type { StyleKind } from '../styles/bundle-styles.ts';
import { tokenName } from '../theme/tokens.ts';
import { SYMBOL_FONTS, showsSymbols } from '../theme/symbol-fonts.ts';
import { moreFonts, TEXT_FONTS, withoutFaces, type StyleSheet } from '../theme/theme.ts';
import { blankTokens, withBlanks } from '../theme/blanks.ts';
import { brandFonts } from '../theme/brand-faces.ts';
import { withGenerated } from '../theme/generated-text.ts';
import { OPTIONAL_SHEETS } from '../model/optional-sheets.ts';
import type { DeckGlyphs } from '../model/deck-glyphs.ts';
import type { Deck } from '../model/deck.ts';
import { stageWords } from '../model/talk-words.ts';
import type { ThemeNames } from '../render/slide-html.ts';
import type { CutFont } from '../styles/font-cutter.ts';
import { brandCss } from './brand-css.ts';
import type { DeckStyles } from './export-job.ts';

interface DeckCssOptions {
  kind: StyleKind;
  cutFont: CutFont;
  /** Plugins of reveal.js write something of their own into the page. @default false */
  hasPlugins?: boolean;
}

/** Returns all styles of a deck's document as one text, with embedded fonts. */
export async function deckCss(deck: Deck, deckStyles: DeckStyles, options: DeckCssOptions): Promise<string> {
  const { kind, cutFont, hasPlugins = false } = options;
  const { sheets, tokens, glyphs: own } = await deckStyleSheets(deck, deckStyles, kind);
  const glyphs = hasPlugins ? { ...own, text: new Set([...own.text, ...LATIN]) } : own;
  // A deck's own scripts may show any letter.
  const cut = deck.meta.html === 'trusted' ? undefined : cutFont;
  const texts = await Promise.all(sheets.map((sheet) => embedStyleFiles(sheet, { glyphs, cut })));
  return [...texts, tokens].join('');
}

/** Letters of plugins: mostly English. */
const LATIN = Array.from({ length: 0xff - 0x20 + 1 }, (_, index) => 0x20 + index).filter(
  (point) => point < 0x7f || point > 0xa0,
);

interface DeckSheets {
  /** One behind the other. */
  sheets: StyleSheet[];
  /** Tokens that the deck sets. */
  tokens: string;
  /** Characters that the deck shows with these styles. */
  glyphs: DeckGlyphs;
}

/** Collects the style sheets of a deck's document, and the characters that it shows with them. */
export async function deckStyleSheets(
  deck: Deck,
  { styles, slideThemes, styleFiles }: DeckStyles,
  kind: StyleKind,
): Promise<DeckSheets> {
  const sheets: StyleSheet[] =
    slideThemes.size > 0 ? await styles.several(kind, [...slideThemes.values()]) : [await styles.sheet(kind)];
  const { math, sheets: optional } = glyphsOf(deck);
  for (const name of OPTIONAL_SHEETS) if (optional?.has(name)) sheets.push(await styles.optional(name));
  if (math.size > 0) sheets.push(await styles.math());
  const more: StyleSheet[] = [];
  if (deck.meta.brand) more.push(brandFonts(deck.meta.brand.faces));
  if (styleFiles.length > 0) more.push(await styles.own(styleFiles));
  if (showsSymbols(glyphsOf(deck))) more.push(SYMBOL_FONTS);
  const theme = await styles.sheet(kind);
  const added = withFonts(theme, more);
  const tokens =
    tokensOf(deck.meta.tokens, theme.css) + (await brandCss(deck, { styles, slideThemes }, [theme, ...added]));
  const all = { sheets: [...sheets, ...added], tokens };
  const declared = [theme, ...added].map(({ css }) => css).join('') + all.tokens;
  const made = deck.meta.dir === 'rtl' ? withBlankFonts(all, { deck, declared, written: [...sheets, ...more] }) : all;
  const own = { ...glyphsOf(deck), windows: windowGlyphs(await stageWords(deck.meta.lang)) };
  const glyphs = withGenerated(own, [...made.sheets.map((sheet) => sheet.css), made.tokens]);
  return { ...made, glyphs };
}

interface BlankFonts {
  deck: Deck;
  /** All that says which families the deck's text has. */
  declared: string;
  /** The sheets of themes and authors. */
  written: readonly StyleSheet[];
}

/** The same with blanks in the fonts of scripts from right to left. */
function withBlankFonts(
  { sheets, tokens }: Omit<DeckSheets, 'glyphs'>,
  { deck, declared, written }: BlankFonts,
): Omit<DeckSheets, 'glyphs'> {
  const stacks = new Set<string>(TEXT_FONTS.map((token) => `--${token}`));
  const others = [...deck.meta.tokens].filter(([name]) => !stacks.has(tokenName(name)));
  const rules = written.map(({ css }) => withoutFaces(css));
  const named = [...others.map(([, value]) => value), glyphsOf(deck).styles, ...rules].join('\n');
  const blanks = withBlanks(sheets, (family) => named.includes(family));
  return { sheets: blanks.sheets, tokens: tokens + blankTokens(declared, blanks.families) };
}

/**
 * Returns style sheets that a deck adds to its theme. Their fonts follow the theme's, unless one of them sets the fonts
 * of text.
 */
export function withFonts(theme: StyleSheet, more: readonly StyleSheet[]): StyleSheet[] {
  const tokens = moreFonts(
    theme,
    more.flatMap(({ fonts }) => fonts),
  );
  return tokens ? [{ css: inDeckLayer(tokens), fonts: [], files: [] }, ...more] : [...more];
}

/** Converts the tokens of the front matter into CSS. */
export function tokensOf(tokens: Map<string, string>, css: string): string {
  const declared = [...tokens].flatMap(([name, value]) => namesOf(name, css).map((token) => `${token}:${value}`));
  return declared.length > 0 ? inDeckLayer(declared.join(';')) : '';
}

/** Tones and other themes keep the tokens that they set themselves: an accent for light background is none for dark. */
function inDeckLayer(declarations: string): string {
  return `@layer deck{:root{${declarations}}}`;
}

/**
 * Names from the front matter: `r-main-font` is a token of reveal.js, others are Lectern's. The accent is the colour that
 * the accents of all tones follow from, where the theme lets them follow.
 */
function namesOf(name: string, css: string): string[] {
  if (name !== 'accent') return [tokenName(name)];
  const follows = css.split('--deck-brand:').length > 2;
  return follows ? ['--deck-brand'] : ['--deck-brand', '--deck-accent'];
}

/** Returns the names that slides' own themes have in the styles. */
export function themeNames({ slideThemes }: Pick<DeckStyles, 'slideThemes'>): ThemeNames {
  return new Map([...slideThemes].map(([written, { name }]) => [written, name]));
}
