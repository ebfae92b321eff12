import { embedStyleFiles } from '../files/embed-style-files.ts';
import type { StyleKind } from '../files/bundle-styles.ts';
import { moreFonts, type StyleSheet } from '../theme/theme.ts';
import type { ThemeNames } from '../render/slide-html.ts';
import type { ExportJob } from './export-job.ts';

/** All styles of a deck's document as one text, with the fonts that the deck needs inside. */
export async function deckStyles(
  { deck, styles, slideThemes, styleFiles }: Pick<ExportJob, 'deck' | 'styles' | 'slideThemes' | 'styleFiles'>,
  kind: StyleKind,
): Promise<string> {
  const sheets: StyleSheet[] =
    slideThemes.size > 0 ? await styles.several(kind, [...slideThemes.values()]) : [await styles.sheet(kind)];
  if (deck.glyphs.math.size > 0) sheets.push(await styles.math());
  let fonts = '';
  if (styleFiles.length > 0) {
    const own = await styles.own(styleFiles);
    fonts = moreFonts(await styles.sheet(kind), own);
    sheets.push(own);
  }
  const texts = await Promise.all(sheets.map((sheet) => embedStyleFiles(sheet, deck.glyphs)));
  return [...texts, tokensOf(deck.meta.tokens, fonts)].join('');
}

/** Names from the front matter: `accent` is a token of Lectern, `r-main-font` one of reveal.js. */
function tokensOf(tokens: Map<string, string>, fonts: string): string {
  const declared = [...tokens].map(([name, value]) => `--${name.startsWith('r-') ? name : `deck-${name}`}:${value}`);
  const all = [...(fonts ? [fonts] : []), ...declared].join(';');
  // Tones and other themes keep the tokens that they set themselves: an accent for light ground is none for dark.
  return all ? `@layer deck{:root{${all}}}` : '';
}

/** Names that slides' own themes have in the styles. */
export function themeNames({ slideThemes }: Pick<ExportJob, 'slideThemes'>): ThemeNames {
  return (written) => (written === undefined ? undefined : slideThemes.get(written)?.name);
}
