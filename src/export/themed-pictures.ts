import { createHash } from 'node:crypto';
import { familiesIn, themedPictures, tokensIn, withFamilies, withStyles } from '../files/svg-themed.ts';
import { embedFontsOf } from '../styles/embed-style-files.ts';
import type { StyleKind } from '../styles/bundle-styles.ts';
import type { CutFont } from '../styles/font-cutter.ts';
import type { Deck, ImageAsset, Slide } from '../model/deck.ts';
import { MEDIA_TYPES } from '../model/media-types.ts';
import { reportAs } from '../model/messages.ts';
import { textOfMarkup } from '../model/raw-markup.ts';
import { imagesOf, withImages } from '../model/slide-images.ts';
import { tokenRules } from '../theme/picture-tokens.ts';
import type { StyleSheet } from '../theme/theme.ts';
import { deckStyleSheets } from './deck-css.ts';
import type { DeckStyles } from './export-job.ts';

/** Tokens that every image has by itself. */
const ALWAYS = ['--r-main-font', '--r-main-color'];
const OWN = '.slide{font-family:var(--r-main-font);color:var(--r-main-color);font-variant-ligatures:no-contextual}';
const GENERIC = /^(?:sans-serif|system-ui|ui-sans-serif|inherit|var\(|arial$|helvetica$|sans$|verdana$|$)/i;
const CODE = /mono|courier|consolas|menlo|\bcode\b/i;
const SERIF = /^(?:serif|ui-serif|times|georgia)/i;

/** The tools that images are made with. */
export interface PictureContext {
  deckStyles: DeckStyles;
  /** The sheet to take the tokens from. */
  kind: StyleKind;
  cutFont: CutFont;
}

/**
 * Gives SVG images the fonts and the colours of the slides that they are on. An image in a page sees neither, so each
 * theme and tone gets a copy of its file with both inside: still an image, which runs nothing and loads nothing.
 */
export async function themePictures(deck: Deck, { deckStyles, kind, cutFont }: PictureContext): Promise<Deck> {
  const themed = themedPictures(deck.images.values());
  const { sheets, tokens } = await deckStyleSheets(deck, deckStyles, kind);
  const maker = new PictureMaker(themed, { sheets, tokens, cutFont });
  const images = new Map(deck.images);
  const paperImages = new Map<string, string>();
  const slides = await Promise.all(
    deck.slides.map(async (slide) => {
      const found = imagesOf(slide).filter((id) => themed.has(id));
      if (found.length === 0) return slide;
      const replaced = new Map<string, string>();
      for (const id of found) {
        const [own, light] = await Promise.all([
          maker.make(id, attributesOf(slide)),
          maker.make(id, { ...attributesOf(slide), 'data-tone': 'light' }),
        ]);
        for (const image of [own, light]) images.set(image.id, image);
        replaced.set(id, own.id);
        paperImages.set(own.id, light.id);
        maker.reportFonts(id, slide);
      }
      return withImages(slide, replaced);
    }),
  );
  return { ...deck, slides, images, paperImages };
}

/** The attributes that selectors of themes use. */
function attributesOf({ settings: { tone, layout, theme } }: Slide): Record<string, string> {
  const plain = theme?.replace(/[^\w-]+/g, '-');
  return {
    class: 'slide',
    'data-layout': layout,
    ...(tone && { 'data-tone': tone }),
    ...(plain && { 'data-theme': plain }),
  };
}

interface MakerOptions {
  sheets: readonly StyleSheet[];
  tokens: string;
  cutFont: CutFont;
}

/** Makes the copies of images, each once. */
class PictureMaker {
  readonly #themed: ReadonlyMap<string, string>;
  readonly #options: MakerOptions;
  readonly #css: string;
  readonly #families: ReadonlySet<string>;
  readonly #made = new Map<string, Promise<ImageAsset>>();
  readonly #reported = new Set<string>();

  constructor(themed: ReadonlyMap<string, string>, options: MakerOptions) {
    this.#themed = themed;
    this.#options = options;
    this.#css = [...options.sheets.map(({ css }) => css), options.tokens].join('');
    this.#families = new Set(options.sheets.flatMap(({ fonts }) => fonts.map(({ family }) => family.toLowerCase())));
  }

  make(id: string, attributes: Record<string, string>): Promise<ImageAsset> {
    const key = JSON.stringify([id, attributes]);
    const made = this.#made.get(key) ?? this.#copy(this.#themed.get(id) ?? '', attributes);
    this.#made.set(key, made);
    return made;
  }

  async #copy(source: string, attributes: Record<string, string>): Promise<ImageAsset> {
    const svg = withFamilies(source, (family) => this.#fontFor(family));
    const rules = tokenRules(this.#css, [...ALWAYS, ...tokensIn(svg)]);
    const fonts = await this.#fonts(svg, rules);
    const bytes = new TextEncoder().encode(withStyles(svg, fonts + rules + OWN, attributes));
    const id = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    return { id, bytes, mediaType: MEDIA_TYPES.svg, extension: 'svg' };
  }

  /** `undefined` for a family that the deck has. */
  #fontFor(family: string): string | undefined {
    if (this.#families.has(family.toLowerCase())) return undefined;
    if (CODE.test(family)) return 'var(--r-code-font)';
    return SERIF.test(family) ? 'var(--r-heading-font)' : 'var(--r-main-font)';
  }

  /** @param rules - the tokens of the image, fonts among them. */
  async #fonts(svg: string, rules: string): Promise<string> {
    if (!/<text[\s>]/.test(svg)) return '';
    const text = textOfMarkup(svg);
    const isUsed = (family: string): boolean => rules.includes(family) || svg.includes(family);
    const points = new Set(Array.from(text, (letter) => letter.codePointAt(0) ?? 0));
    const isBold = /font-weight\s*[=:]\s*["']?(?:bold|[6-9]00)/.test(svg);
    const isItalic = /font-style\s*[=:]\s*["']?(?:italic|oblique)/.test(svg);
    const asksCode = /--r-code-font/.test(svg);
    const glyphs = { text: points, code: asksCode ? points : new Set<number>() };
    const kinds = { isBold, isItalic };
    const parts = this.#options.sheets.map((sheet) =>
      embedFontsOf(sheet, { glyphs, isUsed, kinds, cut: this.#options.cutFont }),
    );
    return (await Promise.all(parts)).join('');
  }

  /** Names the fonts of an image's texts that the deck does not have, once. */
  reportFonts(id: string, { file, position }: Slide): void {
    const source = this.#themed.get(id) ?? '';
    if (this.#reported.has(id) || !/<text[\s>]/.test(source)) return;
    this.#reported.add(id);
    const lacking = familiesIn(source).filter(
      (family) =>
        !this.#families.has(family.toLowerCase()) &&
        !GENERIC.test(family) &&
        !SERIF.test(family) &&
        !family.startsWith('mono'),
    );
    if (lacking.length === 0) return;
    const names = lacking.map((family) => `“${family}”`).join(' and ');
    const reason = `Text in an SVG image uses ${names}, which is not in the deck, so it is shown in the font of the theme; check its size, add the font with “style”, or convert the text to paths`;
    reportAs('info', file, reason, { place: position, ruleId: 'picture-font' });
  }
}
