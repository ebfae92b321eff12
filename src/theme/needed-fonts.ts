import type { DeckGlyphs } from '../model/deck-glyphs.ts';
import { fontStack, withoutFaces, type FontFace, type StyleSheet } from './theme.ts';

/**
 * Returns the faces of a style sheet that the theme uses and that have a glyph for what the deck shows, with the
 * characters they are there for.
 */
export function neededFonts({ fonts, css }: StyleSheet, glyphs: DeckGlyphs): Map<FontFace, ReadonlySet<number>> {
  const codeFamily = firstFamily(css, 'deck-code-font') ?? firstFamily(css, 'r-code-font');
  const textFamilies = new Set(['r-main-font', 'r-heading-font'].map((token) => firstFamily(css, token)));
  const mainFamily = firstFamily(css, 'r-main-font');
  const used = usedFonts(css);
  const rules = withoutFaces(css);
  const asked = textFamilies.has(codeFamily) ? new Set([...glyphs.text, ...glyphs.code]) : glyphs.text;
  const needed = new Map<FontFace, ReadonlySet<number>>();
  const latin = fonts.some(({ family, ranges }) => textFamilies.has(family) && within(ranges, LETTER).size > 0);
  for (const face of fonts) {
    const { family, ranges, files } = face;
    if (family.startsWith('KaTeX_')) {
      if (files.some(({ path }) => glyphs.math.has(fontName(path)))) needed.set(face, ALL);
      continue;
    }
    // Named, but only where a later rule says otherwise.
    if (rules.includes(family) && !used.includes(family)) continue;
    const codeAlone = family === codeFamily && !textFamilies.has(family);
    const own = within(ranges, codeAlone ? glyphs.code : asked);
    const isForWindows = family === mainFamily && !/font-style:\s*(?:italic|oblique)/.test(face.rule);
    const characters = isForWindows && own.size > 0 ? new Set([...own, ...within(ranges, glyphs.windows ?? ALL)]) : own;
    // A family after another one supplies what that one lacks, which is not the alphabet.
    const behind = latin && !codeAlone && !textFamilies.has(family);
    const given = behind ? new Set([...characters].filter((point) => point > ASCII)) : characters;
    if (given.size > 0) needed.set(face, given);
  }
  return needed;
}

const ASCII = 0x7f;

/** Layout features that text has by itself or by properties of its own, such as `font-variant-numeric`. */
const FEATURES =
  'abvf abvm abvs akhn blwf blwm blws c2sc calt case ccmp cfar cjct clig cpsp cswh curs dist dlig dnom fina fin2 fin3 frac half haln hist init isol jalt kern liga ljmo lnum locl ltra ltrm mark med2 medi mkmk mset nukt numr onum ordn pnum pref pres pstf psts rclt rkrf rlig rphf rtla rtlm rvrn size sinf smcp stch subs sups tjmo tnum unic vatu vert vjmo vkrn vpal vrt2 zero';

/** Returns the layout features to keep in a deck's fonts; alternates only where the theme uses them. */
export function neededFeatures({ css }: StyleSheet): string[] | undefined {
  if (/font-variant(?:-alternates)?:[^;}]*\(/.test(css)) return undefined;
  const asked = [...css.matchAll(/font-feature-settings:([^;}]+)/g)].flatMap(([, value = '']) =>
    [...value.matchAll(/["'](\w{4})["']/g)].map(([, feature = '']) => feature),
  );
  return [...new Set([...FEATURES.split(' '), ...asked])];
}

const LETTER: ReadonlySet<number> = new Set([0x41]);

/** Every glyph. */
const ALL: ReadonlySet<number> = new Set();

const FONT_TOKEN = /--(?:r-main-font|r-heading-font|r-code-font|deck-code-font):[^;}]+/g;

/** Where families can be named, with only the last value of each token: its earlier values are unused. */
function usedFonts(css: string): string {
  const rules = withoutFaces(css);
  const tokens = ['r-main-font', 'r-heading-font', 'r-code-font', 'deck-code-font'].map((name) => fontStack(css, name));
  const others = rules.replaceAll(FONT_TOKEN, '').match(/(?:font(?:-family)?|--[\w-]+):[^;}]+/g) ?? [];
  return [...tokens, ...others].join('\n');
}

/** Converts `…/KaTeX_Main-Regular.woff2` to `KaTeX_Main-Regular`. */
function fontName(path: string): string {
  return /([^/\\]+)\.\w+$/.exec(path)?.[1] ?? '';
}

function firstFamily(css: string, token: string): string | undefined {
  const first = fontStack(css, token)?.split(',', 1)[0]?.replace(/["']/g, '').trim();
  return first?.startsWith('var(') ? undefined : first;
}

function within(ranges: [number, number][], characters: ReadonlySet<number>): ReadonlySet<number> {
  if (ranges.length === 0) return characters;
  return new Set([...characters].filter((point) => ranges.some(([first, last]) => point >= first && point <= last)));
}
