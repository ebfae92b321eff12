import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { DeckGlyphs } from '../model/deck.ts';
import { LecternError } from '../model/errors.ts';
import { neededFonts, type StyleFile, type StyleSheet } from '../theme/theme.ts';
import { dependencyFile } from './package-files.ts';

const MEDIA_TYPES: Record<string, string> = {
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
};

/** The style sheet with its files inside it; of the font files those that the deck has glyphs from, and no others. */
export async function embedStyleFiles(sheet: StyleSheet, glyphs: DeckGlyphs): Promise<string> {
  const needed = new Set(neededFonts(sheet, glyphs));
  const rules = await Promise.all(
    sheet.fonts.map((face) => (needed.has(face) ? embed(face.embeddable, face.files) : '')),
  );
  let css = '';
  let from = 0;
  sheet.fonts.forEach(({ rule }, index) => {
    const at = sheet.css.indexOf(rule, from);
    css += sheet.css.slice(from, at) + (rules[index] ?? '');
    from = at + rule.length;
  });
  return embed(css + sheet.css.slice(from), sheet.files);
}

/** Only the fonts of a style sheet, for what is drawn outside of a slide but with its letters. */
export async function embedFonts(sheet: StyleSheet, glyphs: DeckGlyphs): Promise<string> {
  const rules = neededFonts(sheet, glyphs).map((face) => embed(face.embeddable, face.files));
  return (await Promise.all(rules)).join('');
}

async function embed(css: string, files: StyleFile[]): Promise<string> {
  let embedded = css;
  for (const file of files)
    if (css.includes(file.placeholder))
      embedded = embedded.replaceAll(file.placeholder, await dataAddress(locate(file.path)));
  return embedded;
}

/** Bundled style sheets name files by their package, as in `@fontsource/inter/files/…`. */
function locate(file: string): string {
  return path.isAbsolute(file) ? file : dependencyFile(file);
}

async function dataAddress(file: string): Promise<string> {
  try {
    const bytes = await readFile(file);
    const type = MEDIA_TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
    return `data:${type};base64,${bytes.toString('base64')}`;
  } catch (cause) {
    throw new LecternError('THEME_UNREADABLE', `the theme's file ${path.relative('', file)} cannot be read`, {
      advice: 'Put the file there, or take the rule that names it out of the theme.',
      cause,
    });
  }
}
