import { colourOf, contrastOf, hexOf, legibleOn, mixOf, oklchOf, readColour, textOn } from '../model/css-colour.ts';
import type { BrandGround } from '../model/brand-look.ts';
import type { BrandColours } from './brand.ts';
import { toneGrounds, type ToneGrounds } from './tone-grounds.ts';

type Colour = ReturnType<typeof colourOf>;
type Tokens = Record<string, string>;

/** Contrast of text, with room for rounding, and of marks (WCAG 2.2, 1.4.3 and 1.4.11). */
const TEXT = 4.6;
const MARK = 3.05;

/**
 * Returns the rules of a deck's own brand: the tone `accent` has exactly that colour behind it, and everything on it
 * follows from it; the second colour is the second one of charts and of marks in every tone.
 *
 * @param theme - the bundled theme, which says where its accent is, and on what its other tones do.
 */
export function brandRules({ brand, second, palette, grounds: own = [] }: BrandColours, theme: string): string {
  const grounds = toneGrounds(theme);
  const [ground, mark] = [brand, second].map((text) => (text === undefined ? undefined : readColour(text)));
  const parts: string[] = [];
  if (palette && palette.size > 0) parts.push(rule(':root', paletteTokens(palette)));
  for (const pair of own) parts.push(groundRule(pair, ground, grounds));
  if (mark) parts.push(...secondRules(mark, grounds));
  if (ground && brand !== undefined) {
    const accent = `[data-tone=accent]:not([data-theme],[data-theme] *)`;
    const layouts = grounds.layouts.filter(({ tone }) => tone === 'accent');
    const where = [
      accent,
      ...layouts.map(({ layout }) => `.slide[data-layout=${layout}]:not([data-tone],[data-theme])`),
    ];
    parts.push(rule(`:where(${where.join()})`, { '--r-background-color': brand, ...accentTokens(ground, mark) }));
  }
  return parts.length > 0 ? `@layer deck{${parts.join('')}}` : '';
}

function rule(selector: string, tokens: Tokens): string {
  return `${selector}{${Object.entries(tokens)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')}}`;
}

function paletteTokens(palette: ReadonlyMap<string, string>): Tokens {
  return Object.fromEntries([...palette].map(([name, value]) => [`--brand-${name}`, value]));
}

/** Background and text of light slides, or of dark ones, and what follows from them. */
function groundRule({ background, foreground }: BrandGround, brand: Colour | undefined, grounds: ToneGrounds): string {
  const ground = readColour(background);
  if (!ground) return '';
  const tone = textOn(ground).r === 1 ? 'dark' : 'light';
  const own = foreground === undefined ? undefined : readColour(foreground);
  const text = own
    ? legibleOn(own, [ground], TEXT)
    : tinted(tone === 'dark' ? 0.95 : 0.24, 0.012, oklchOf(ground).h, [ground]);
  const panel = mixOf(ground, text, 0.05);
  const where = `:where([data-tone=${tone}]:not([data-theme],[data-theme] *))`;
  return rule(grounds.isDark(undefined) === (tone === 'dark') ? `:root,${where}` : where, {
    '--r-background-color': background,
    '--r-main-color': hexOf(text),
    '--r-heading-color': hexOf(text),
    '--deck-muted': hexOf(softened(text, [ground, panel])),
    '--deck-line': hexOf(mixOf(ground, text, 0.2)),
    '--deck-panel': hexOf(panel),
    '--deck-shape': hexOf(mixOf(ground, text, 0.04)),
    ...(brand && { '--deck-accent': hexOf(legibleOn(brand, [ground], TEXT)) }),
  });
}

/** The second colour in the tones that are not the accent's. */
function secondRules(mark: Colour, { groundOf }: ToneGrounds): string[] {
  return ([undefined, 'light', 'dark'] as const).flatMap((tone) => {
    const ground = groundOf(tone);
    const selector = tone ? `:where([data-tone=${tone}]:not([data-theme],[data-theme] *))` : ':root';
    return ground
      ? rule(selector, {
          '--deck-accent-2': hexOf(legibleOn(mark, [ground], TEXT)),
          '--deck-chart-2': hexOf(legibleOn(mark, [ground], MARK)),
        })
      : [];
  });
}

/** Hues of words of code and of series in charts, beside the brand's own. */
const CODE_HUES = { keyword: 10, string: 145, number: 85, title: 250, type: 310 };
const CHART_HUES = [85, 235, 155, 20];

function accentTokens(ground: Colour, mark: Colour | undefined): Tokens {
  const text = textOn(ground);
  const isLight = text.r === 0;
  const { h } = oklchOf(ground);
  const away: Colour = { mode: 'rgb', r: 1 - text.r, g: 1 - text.g, b: 1 - text.b };
  // Boxes lie on the side that the text is not, so that nothing is harder to read in them.
  const panel = mixOf(ground, away, isLight ? 0.32 : 0.16);
  const grounds = [ground, panel];
  const accent = mark ? legibleOn(mark, [ground], TEXT) : tinted(isLight ? 0.3 : 0.94, 0.05, h, grounds);
  const code = Object.entries(CODE_HUES).map(([name, hue]): [string, string] => [
    `--deck-code-${name}`,
    hexOf(tinted(isLight ? 0.36 : 0.91, 0.09, hue, grounds)),
  ]);
  return {
    '--r-main-color': hexOf(text),
    '--r-heading-color': hexOf(text),
    '--r-link-color': hexOf(text),
    '--deck-accent': hexOf(accent),
    '--deck-accent-2': hexOf(accent),
    '--deck-muted': hexOf(softened(text, grounds)),
    '--deck-line': hexOf(mixOf(ground, text, 0.42)),
    '--deck-panel': hexOf(panel),
    '--deck-shape': hexOf(mixOf(ground, away, isLight ? 0.2 : 0.1)),
    '--deck-code-comment': hexOf(softened(text, grounds)),
    ...Object.fromEntries(code),
    '--deck-code-deletion': 'var(--deck-code-keyword)',
    '--deck-code-emphasis': isLight ? 'rgb(255 255 255 / 0.45)' : 'rgb(0 0 0 / 0.22)',
    ...chartTokens(ground, mark, isLight),
  };
}

/** A colour of this lightness, moved as far as it has to be for text. */
function tinted(l: number, c: number, h: number, grounds: readonly Colour[]): Colour {
  return legibleOn(colourOf(l, c, h), grounds, TEXT);
}

/** Mixes a muted text colour: a little of the background is in it, as far as it can be read. */
function softened(text: Colour, grounds: readonly Colour[]): Colour {
  const [ground = text] = grounds;
  for (let share = 0.2; share > 0; share -= 0.02) {
    const soft = mixOf(text, ground, share);
    if (grounds.every((other) => contrastOf(soft, other) >= TEXT)) return soft;
  }
  return text;
}

/** Series that are seen on the background; they take turns in lightness as far as it leaves room. */
function chartTokens(ground: Colour, mark: Colour | undefined, isLight: boolean): Tokens {
  const lightness = isLight ? [0.5, 0.4, 0.3, 0.45] : [0.86, 0.78, 0.92, 0.83];
  const others = CHART_HUES.map((hue, at) => colourOf(lightness[at] ?? 0.5, 0.13, hue));
  const series = [textOn(ground), ...(mark ? [mark, ...others.slice(1)] : others)];
  const tokens = series.map((colour, at): [string, string] => [
    `--deck-chart-${at + 1}`,
    hexOf(legibleOn(colour, [ground], MARK)),
  ]);
  return { ...Object.fromEntries(tokens), '--deck-chart-6': hexOf(mixOf(ground, textOn(ground), 0.5)) };
}
