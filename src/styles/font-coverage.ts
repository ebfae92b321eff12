import type { DeckGlyphs } from '../model/deck-glyphs.ts';
import { neededFeatures, neededFonts } from '../theme/needed-fonts.ts';
import type { StyleSheet } from '../theme/theme.ts';
import { locateStyleFile } from './embed-style-files.ts';
import { fontCharacters } from './font-characters.ts';
import type { CutFont } from './font-cutter.ts';

/** The characters that the fonts of a deck have glyphs for, by family; `'all'` where that is unknown. */
export type FontCoverage = ReadonlyMap<string, ReadonlySet<number> | 'all'>;

/** Reads off the fonts that a deck is given which of its characters they have. */
export async function fontCoverage(
  sheets: readonly StyleSheet[],
  { glyphs, cutFont }: { glyphs: DeckGlyphs; cutFont: CutFont },
): Promise<FontCoverage> {
  const covered = new Map<string, Set<number> | 'all'>();
  for (const sheet of sheets) {
    const features = neededFeatures(sheet);
    for (const [{ family, files }, characters] of neededFonts(sheet, glyphs)) {
      const [file] = files;
      const known = covered.get(family) ?? new Set<number>();
      if (!file || characters.size === 0 || known === 'all') continue;
      const cut = await cutFont(locateStyleFile(file.path), { characters, features });
      if (cut === undefined) covered.set(family, 'all');
      else {
        covered.set(family, known);
        if (cut !== 'empty') for (const point of fontCharacters(cut)) known.add(point);
      }
    }
  }
  return covered;
}

/** White space, what only steers other characters, and selectors of variants. */
const UNSEEN = /[\p{Z}\p{C}\uFE00-\uFE0F]/u;

/**
 * Characters that no font has which a CSS `font-family` names. Where none of them is in the deck, somebody wants the
 * computer's own fonts, and nothing is lacking.
 */
export function lackingIn(coverage: FontCoverage, family: string, characters: string): string[] {
  const sets = family
    .split(',')
    .map((name) => coverage.get(name.replace(/["']/g, '').trim()))
    .filter((set) => set !== undefined);
  if (sets.length === 0 || sets.includes('all')) return [];
  return [...characters].filter((sign) => {
    const point = sign.codePointAt(0) ?? 0;
    return !UNSEEN.test(sign) && !sets.some((set) => set !== 'all' && set.has(point));
  });
}

/** Characters that none of the fonts in a deck has, whatever they are for. */
export function lackingAnywhere(coverage: FontCoverage, characters: string): string[] {
  return lackingIn(coverage, [...coverage.keys()].join(), characters);
}
