import type { Deck } from '../model/deck.ts';
import { brandColours } from '../theme/brand.ts';
import type { StyleSheet } from '../theme/theme.ts';
import type { DeckStyles } from './export-job.ts';

/**
 * Returns the rules of a deck's own brand: its colours, and the logo that each tone shows. Decks without either load nothing
 * for them.
 *
 * @param sheets - the theme, then the style sheets that the deck adds.
 */
export async function brandCss(
  { meta: { tokens, logo, brand } }: Pick<Deck, 'meta'>,
  { styles, slideThemes }: Pick<DeckStyles, 'styles' | 'slideThemes'>,
  sheets: readonly StyleSheet[],
): Promise<string> {
  const css = sheets.map((sheet) => sheet.css);
  const [theme = ''] = css;
  const colours = brandColours(tokens, css, brand);
  const parts: string[] = [];
  if (colours) parts.push((await import('../theme/brand-tones.ts')).brandRules(colours, theme));
  if (logo && (logo.plate || logo.light !== logo.dark)) {
    const [{ logoRules }, { toneGrounds }] = await Promise.all([
      import('../theme/logo-tones.ts'),
      import('../theme/tone-grounds.ts'),
    ]);
    const others = await Promise.all(
      [...slideThemes.values()].map(async (other) => ({
        slides: `.slide[data-theme="${other.name}"]`,
        grounds: toneGrounds((await styles.scoped(other)).css),
      })),
    );
    const own = { slides: '.slide:not([data-theme])', grounds: toneGrounds(theme), brand: colours?.brand };
    parts.push(logoRules(logo, [own, ...others]));
  }
  return parts.join('');
}
