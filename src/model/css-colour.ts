import {
  clampChroma,
  converter,
  formatHex,
  interpolate,
  modeHsl,
  modeHwb,
  modeLab,
  modeLch,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeP3,
  modeRgb,
  parse,
  useMode,
  type Color,
  type Oklch,
  type Rgb,
} from 'culori/fn';

const MODES = [modeRgb, modeHsl, modeHwb, modeLab, modeLch, modeOklab, modeOklch, modeLrgb, modeP3] as const;
for (const mode of MODES) useMode(mode);
const toRgb = converter('rgb');
const toOklch = converter('oklch');
const toLinear = converter('lrgb');

/** Spaces of `color-mix()`, by their names in CSS. */
const SPACES: Readonly<Record<string, 'rgb' | 'lrgb' | 'hsl' | 'hwb' | 'lab' | 'lch' | 'oklab' | 'oklch'>> = {
  srgb: 'rgb',
  'srgb-linear': 'lrgb',
  hsl: 'hsl',
  hwb: 'hwb',
  lab: 'lab',
  lch: 'lch',
  oklab: 'oklab',
  oklch: 'oklch',
};

/**
 * Reads a CSS colour; `undefined` for other text, and for colours that depend on something else: `var()`,
 * `currentcolor` and relative ones.
 */
export function readColour(text: string): Rgb | undefined {
  const css = text.trim();
  const colour = /^color-mix\(.*\)$/is.test(css) ? readMix(css) : parse(css);
  return colour && toRgb(clampChroma(colour, 'oklch', 'rgb'));
}

function readMix(css: string): Color | undefined {
  const [way = '', one = '', other = '', ...more] = argumentsOf(css);
  const name = /^in ([\w-]+)$/i.exec(way)?.[1]?.toLowerCase() ?? '';
  const space = Object.hasOwn(SPACES, name) ? SPACES[name] : undefined;
  const [first, second] = [readPart(one), readPart(other)];
  if (!space || !first || !second || more.length > 0) return undefined;
  const [from, to] = sharesOf(first.share, second.share);
  return from + to > 0 ? interpolate([first.colour, second.colour], space)(to / (from + to)) : undefined;
}

/** Shares as CSS completes them: one that is missing is the rest of the other (CSS Color 5, 2.1). */
function sharesOf(one: number | undefined, other: number | undefined): [number, number] {
  return [one ?? 1 - (other ?? 0.5), other ?? 1 - (one ?? 0.5)];
}

function readPart(text: string): { colour: Color; share: number | undefined } | undefined {
  const share = /(?:^|\s)(\d{1,3}(?:\.\d{1,9})?)%(?=\s|$)/.exec(
    text.replace(/\([^()]*\)/g, (all) => ' '.repeat(all.length)),
  );
  const colour = readColour(share ? text.slice(0, share.index) + text.slice(share.index + share[0].length) : text);
  return colour && { colour, share: share ? Number(share[1]) / 100 : undefined };
}

/** Splits the arguments of a function at its own commas. */
function argumentsOf(css: string): string[] {
  const inner = css.slice(css.indexOf('(') + 1, -1);
  const parts = [''];
  let depth = 0;
  for (const letter of inner) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
}

/** Returns the relative luminance of a colour, from 0 to 1 (WCAG 2.2). */
export function luminanceOf(colour: Color): number {
  const { r, g, b } = toLinear(colour);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Returns the contrast of two colours, from 1 to 21 (WCAG 2.2). */
export function contrastOf(one: Color, other: Color): number {
  const [light, dark] = [luminanceOf(one), luminanceOf(other)].toSorted((first, second) => second - first);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Mixes two colours. @param share - of the second one, from 0 to 1. */
export function mixOf(one: Color, other: Color, share: number): Rgb {
  return toRgb(interpolate([one, other], 'oklab')(share));
}

/** Returns a colour by lightness, chroma and hue of OKLCH, with less chroma where screens cannot show it. */
export function colourOf(l: number, c: number, h: number): Rgb {
  return toRgb(clampChroma({ mode: 'oklch', l, c, h }, 'oklch', 'rgb'));
}

/** Returns lightness, chroma and hue of a colour; the hue of greys is 0. */
export function oklchOf(colour: Color): Required<Pick<Oklch, 'l' | 'c' | 'h'>> {
  const { l, c, h = 0 } = toOklch(colour);
  return { l, c, h };
}

/** Steps of lightness that are tried. */
const STEP = 0.005;

/**
 * Returns the colour of the nearest lightness that has enough contrast with each of these backgrounds; the one with the most
 * contrast where none has.
 */
export function legibleOn(colour: Color, grounds: readonly Color[], contrast: number): Rgb {
  const { l, c, h } = oklchOf(colour);
  const enough = (tried: Rgb): boolean => grounds.every((ground) => contrastOf(tried, ground) >= contrast);
  const own = toRgb(colour);
  if (enough(own)) return own;
  for (let distance = STEP; distance < 1; distance += STEP) {
    for (const near of [l - distance, l + distance]) {
      if (near < 0 || near > 1) continue;
      const tried = colourOf(near, c, h);
      if (enough(tried)) return tried;
    }
  }
  return textOn(grounds[0] ?? own);
}

const WHITE: Rgb = { mode: 'rgb', r: 1, g: 1, b: 1 };
const BLACK: Rgb = { mode: 'rgb', r: 0, g: 0, b: 0 };

/** Returns white where it can be read on a background, and else black: one of them always has 4.5:1 (their product is 21). */
export function textOn(ground: Color): Rgb {
  return contrastOf(WHITE, ground) >= 4.5 ? WHITE : BLACK;
}

/** Writes a colour as `#rrggbb`. */
export function hexOf(colour: Color): string {
  return formatHex(colour);
}
