import type { Hex, MeasuredSlide } from '../../client/shapes/measured.ts';
import { TONES, type Tone } from '../../model/deck.ts';
import { paletteOf, type ColourMap, type ColourScheme, type Palette, type SchemeName } from './colour-scheme.ts';

/** Tokens of a theme that its scheme has. */
export const SCHEME_TOKENS = [
  '--r-background-color',
  '--r-main-color',
  '--r-link-color',
  '--deck-chart-1',
  '--deck-chart-2',
  '--deck-chart-3',
  '--deck-chart-4',
  '--deck-chart-5',
  '--deck-chart-6',
] as const;

interface ToneColours {
  ground: Hex;
  text: Hex;
}

/** The colours of a deck: a scheme, and a map of it for each tone. */
export interface Tones {
  scheme: ColourScheme;
  /** For slides without a tone. */
  usual: ColourMap;
  /** Returns the map that suits a slide by its background and text. */
  mapOf: (ground: Hex | undefined) => ColourMap;
  /** Returns the map for a background that no tone has: that of dark text, or of light text. */
  likeOf: (ground: Hex) => ColourMap;
  paletteOf: (map: ColourMap) => Palette;
}

const WHITE = '#ffffff';
const BLACK = '#000000';

/**
 * Derives the colour scheme of a theme from slides in its tones.
 *
 * @param usual - a slide without a tone.
 */
export function tonesOf(usual: MeasuredSlide, specimens: ReadonlyMap<Tone, MeasuredSlide>): Tones {
  const colours = new Map(TONES.map((tone) => [tone, coloursOf(specimens.get(tone))] as const));
  const light = colours.get('light') ?? { ground: WHITE, text: BLACK };
  const dark = colours.get('dark') ?? { ground: BLACK, text: WHITE };
  const token = (name: (typeof SCHEME_TOKENS)[number]): Hex => usual.tokens[name] ?? BLACK;
  const scheme: ColourScheme = {
    dk1: light.text,
    lt1: light.ground,
    dk2: dark.ground,
    lt2: dark.text,
    accent1: token('--deck-chart-1'),
    accent2: token('--deck-chart-2'),
    accent3: token('--deck-chart-3'),
    accent4: token('--deck-chart-4'),
    accent5: token('--deck-chart-5'),
    accent6: token('--deck-chart-6'),
    hlink: token('--r-link-color'),
    folHlink: token('--r-link-color'),
  };
  const accent = accentMap(scheme, colours.get('accent'));
  const maps = [
    { ground: light.ground, map: LIGHT },
    { ground: dark.ground, map: DARK },
    ...(accent ? [{ ground: scheme[accent.bg1], map: accent }] : []),
  ];
  const usualMap = maps.find(({ ground }) => ground === coloursOf(usual)?.ground)?.map ?? LIGHT;
  const palettes = new Map<ColourMap, Palette>();
  return {
    scheme,
    usual: usualMap,
    mapOf: (ground) => maps.find((one) => one.ground === ground)?.map ?? usualMap,
    likeOf: (ground) => maps.find((one) => one.ground === ground)?.map ?? (isLight(ground) ? LIGHT : DARK),
    paletteOf(map) {
      const palette = palettes.get(map) ?? paletteOf(scheme, map);
      palettes.set(map, palette);
      return palette;
    },
  };
}

/** Tells whether a colour is nearer to white than to black, as eyes see it. */
export function isLight(hex: Hex): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue > 127;
}

const LIGHT: ColourMap = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' };
const DARK: ColourMap = { bg1: 'dk2', tx1: 'lt2', bg2: 'dk1', tx2: 'lt1' };

function coloursOf(slide: MeasuredSlide | undefined): ToneColours | undefined {
  if (!slide) return undefined;
  const { tokens } = slide;
  return { ground: tokens['--r-background-color'] ?? WHITE, text: tokens['--r-main-color'] ?? BLACK };
}

/** Slides in the accent tone have one of the scheme's colours as their background, in most themes. */
function accentMap(scheme: ColourScheme, accent: ToneColours | undefined): ColourMap | undefined {
  const named = (colour: Hex | undefined): SchemeName | undefined =>
    (Object.keys(scheme) as SchemeName[]).find((name) => scheme[name] === colour);
  const bg1 = named(accent?.ground);
  const tx1 = named(accent?.text);
  return bg1 && tx1 ? { bg1, tx1, bg2: 'lt2', tx2: 'dk2' } : undefined;
}
