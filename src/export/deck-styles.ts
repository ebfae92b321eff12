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
  if (deck.hasMath) sheets.push(await styles.math());
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
  // Tones set the same tokens on slides, so what a deck sets has to stand there, too.
  return all ? `@layer deck{:root,.slide,[data-tone]{${all}}}` : '';
}

/** Names that slides' themes have in the styles; `undefined` in decks with one theme. */
export function themeNames({ styles, slideThemes }: Pick<ExportJob, 'styles' | 'slideThemes'>): ThemeNames | undefined {
  if (slideThemes.size === 0) return undefined;
  return (written) => (written === undefined ? undefined : slideThemes.get(written)?.name) ?? styles.theme.name;
}
