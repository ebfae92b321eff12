import type { Hex } from '../../../client/shapes/measured.ts';
import { paletteOf, SCHEME_NAMES, type ColourMap, type ColourScheme, type Palette } from '../colour-scheme.ts';
import type { TemplateColours } from './template.ts';

type Rgb = readonly [red: number, green: number, blue: number];

/** A colour that slides can be made of: a name, and the deck's colour for it. */
interface Ink {
  name: string;
  colour: Rgb;
}

/** How far a colour may be from a mixture that stands for it, of 255. */
const NEAR = 26;
/** The same for colours that are nearly grey: they are background and text, mixed. */
const NEAR_GREY = 60;
const GREY = 50;

/** A slide's colours in the deck. */
export interface SlideColours {
  scheme: ColourScheme;
  map: ColourMap;
  /** Its background. */
  ground: Hex;
}

/**
 * Returns the names that the deck's colours have on slides of a template. Colours between the background and another
 * colour, as the deck's theme mixes them for boxes, lines and small print, become that colour with opacity: so they suit
 * the background of the template.
 */
export function templatePalette({ scheme, map, ground }: SlideColours, template: TemplateColours): Palette {
  // A grey among the colours of charts is that of small print as well: it is text, mixed with the background.
  const known = [...paletteOf(scheme, map)].filter(([colour, name]) => !(name.startsWith('accent') && isGrey(colour)));
  const names = new Map(known).set(ground, 'bg1');
  const from = rgbOf(ground);
  const inks = [...names].flatMap(([colour, name]): Ink[] =>
    name === 'tx1' || name.startsWith('accent') ? [{ name, colour: rgbOf(colour) }] : [],
  );
  const inTemplate = (name: string): Rgb =>
    rgbOf(name === 'tx1' ? template.text : template.scheme[SCHEME_NAMES.find((one) => one === name) ?? 'dk1']);
  return {
    get: (colour) => names.get(colour),
    other(hex) {
      const colour = rgbOf(hex);
      const [best] = inks
        .filter(({ name }) => name === 'tx1' || !isGrey(hex))
        .map((ink) => mixtureOf(from, ink, colour))
        .toSorted((one, two) => one.distance - two.distance);
      if (!best || best.distance > (isGrey(hex) ? NEAR_GREY : NEAR)) return { hex };
      const share = best.share > 0.97 ? 1 : best.share;
      const mixed = hexOf(mix(rgbOf(template.background), inTemplate(best.name), share));
      return share < 0.03
        ? { over: { name: 'bg1', share: 1 }, hex: template.background }
        : { over: { name: best.name, share }, hex: mixed };
    },
  };
}

interface Mixture {
  name: string;
  share: number;
  distance: number;
}

/** Finds the share of an ink over the background that is most like a colour. */
function mixtureOf(ground: Rgb, { name, colour: ink }: Ink, colour: Rgb): Mixture {
  const along = difference(ink, ground);
  const length = dot(along, along);
  if (length === 0) return { name, share: 0, distance: Infinity };
  const share = Math.min(1, Math.max(0, dot(difference(colour, ground), along) / length));
  const left = difference(colour, mix(ground, ink, share));
  return { name, share, distance: Math.sqrt(dot(left, left)) };
}

function difference(one: Rgb, other: Rgb): Rgb {
  return [one[0] - other[0], one[1] - other[1], one[2] - other[2]];
}

function dot(one: Rgb, other: Rgb): number {
  return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
}

function rgbOf(hex: Hex): Rgb {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

function isGrey(hex: Hex): boolean {
  const colour = rgbOf(hex);
  return Math.max(...colour) - Math.min(...colour) < GREY;
}

function mix(ground: Rgb, ink: Rgb, share: number): Rgb {
  const [red, green, blue] = difference(ink, ground);
  return [ground[0] + red * share, ground[1] + green * share, ground[2] + blue * share];
}

function hexOf(colour: Rgb): Hex {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}
