import path from 'node:path';
import type { DeckGlyphs } from '../model/deck-glyphs.ts';
import { LecternError } from '../model/errors.ts';
import { mediaTypeOf, STYLE_FILES } from '../model/media-types.ts';
import { neededFeatures, neededFonts } from '../theme/needed-fonts.ts';
import type { FontFace, StyleFile, StyleSheet } from '../theme/theme.ts';
import type { CutFont, FontCut } from './font-cutter.ts';
import { dependencyFile } from '../files/package-files.ts';
import { readPlainFile } from '../files/plain-file.ts';

/** Returns the media type of a file in a style sheet; `undefined` for anything but fonts and images. */
export function styleFileType(file: string): string | undefined {
  return mediaTypeOf(file.replace(/[?#].*$/, ''), STYLE_FILES);
}

export interface EmbedOptions {
  glyphs: DeckGlyphs;
  /** @default fonts are embedded whole */
  cut?: CutFont | undefined;
}

/** Embeds the files of a style sheet; fonts are cut to the glyphs that the deck shows. */
export async function embedStyleFiles(sheet: StyleSheet, { glyphs, cut }: EmbedOptions): Promise<string> {
  const needed = neededFonts(sheet, glyphs);
  const features = neededFeatures(sheet);
  const rules = await Promise.all(
    sheet.fonts.map((face) => {
      const characters = needed.get(face);
      if (!characters) return '';
      return cut && characters.size > 0
        ? embedCut(face, { characters, features }, cut)
        : embed(face.embeddable, face.files);
    }),
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

/** Embeds all files of a style sheet, and its fonts whole: scripts may show any letter. */
export function embedAll({ css, fonts, files }: StyleSheet): Promise<string> {
  const rules = fonts.reduce((text, { rule, embeddable }) => text.replace(rule, () => embeddable), css);
  return embed(rules, [...files, ...fonts.flatMap((face) => face.files)]);
}

interface PictureFonts {
  glyphs: Pick<DeckGlyphs, 'text' | 'code'>;
  isUsed: (family: string) => boolean;
  /** Kinds of faces beside the upright one of text. */
  kinds: { isBold: boolean; isItalic: boolean };
  cut: CutFont;
}

/** Embeds the fonts of a style sheet that an image needs, cut to its letters. */
export async function embedFontsOf(sheet: StyleSheet, { glyphs, isUsed, kinds, cut }: PictureFonts): Promise<string> {
  const needed = neededFonts(sheet, { ...glyphs, math: new Set(), langs: new Set(), styles: '' });
  const features = neededFeatures(sheet);
  const faces = [...needed].filter(([{ rule, family }]) => {
    if (!isUsed(family)) return false;
    const weight = Number(/font-weight:\s*(\d+)/.exec(rule)?.[1] ?? 400);
    return (kinds.isItalic || !/font-style:\s*italic/.test(rule)) && (kinds.isBold || weight < 600);
  });
  const rules = await Promise.all(faces.map(([face, characters]) => embedCut(face, { characters, features }, cut)));
  return rules.join('');
}

/** Embeds the fonts of a style sheet alone, for drawings outside of a slide that use them. */
export async function embedFonts(sheet: StyleSheet, glyphs: DeckGlyphs): Promise<string> {
  const rules = [...neededFonts(sheet, glyphs).keys()].map((face) => embed(face.embeddable, face.files));
  return (await Promise.all(rules)).join('');
}

async function embedCut(face: FontFace, part: FontCut, cut: CutFont): Promise<string> {
  const file = face.files.find(({ placeholder }) => face.embeddable.includes(placeholder));
  const bytes = file && (await cut(locateStyleFile(file.path), part));
  if (bytes === 'empty') return '';
  if (!bytes) return embed(face.embeddable, face.files);
  const address = `data:font/woff;base64,${Buffer.from(bytes).toString('base64')}`;
  return face.embeddable.replace(/src:[^;}]+/, `src:url(${address})format("woff")`);
}

async function embed(css: string, files: StyleFile[]): Promise<string> {
  let embedded = css;
  for (const file of files)
    if (css.includes(file.placeholder))
      embedded = embedded.replaceAll(file.placeholder, await dataAddress(locateStyleFile(file.path)));
  return embedded;
}

/** Resolves file names in bundled style sheets, as in `@fontsource/inter/files/…`. */
export function locateStyleFile(file: string): string {
  return path.isAbsolute(file) ? file : dependencyFile(file);
}

async function dataAddress(file: string): Promise<string> {
  try {
    const bytes = await readPlainFile(file);
    const type = styleFileType(file) ?? 'application/octet-stream';
    return `data:${type};base64,${bytes.toString('base64')}`;
  } catch (cause) {
    throw new LecternError('THEME_UNREADABLE', `the theme's file ${path.relative('', file)} cannot be read`, {
      advice: 'Put the file there, or take the rule that names it out of the theme.',
      cause,
    });
  }
}
