import type { Hex } from '../../client/shapes/measured.ts';
import { xml, type Element } from './xml.ts';

/** The colours of a theme part. */
export const SCHEME_NAMES = [
  'dk1',
  'lt1',
  'dk2',
  'lt2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
] as const;
export type SchemeName = (typeof SCHEME_NAMES)[number];

/** The colours of a theme, as `#rrggbb`. */
export type ColourScheme = Readonly<Record<SchemeName, Hex>>;

/** The colours of a scheme that texts and backgrounds use: a tone. */
export interface ColourMap {
  bg1: SchemeName;
  tx1: SchemeName;
  bg2: SchemeName;
  tx2: SchemeName;
}

/** The names of colours on a slide. */
export interface Palette {
  get: (colour: Hex) => string | undefined;
  /** Returns the XML of a colour without a name. @default the colour itself */
  other?: (colour: Hex) => OtherColour;
}

/** A colour that has no name. */
interface OtherColour {
  hex: Hex;
  /** The colour that it is over the background, with opacity. */
  over?: { name: string; share: number };
}

/** Returns the names that colours have where a map is in force: those of texts and backgrounds first. */
export function paletteOf(scheme: ColourScheme, map: ColourMap): ReadonlyMap<Hex, string> {
  const names = new Map<Hex, string>();
  const add = (colour: Hex, name: string): void => {
    if (!names.has(colour)) names.set(colour, name);
  };
  for (const [name, of] of Object.entries(map)) add(scheme[of as SchemeName], name);
  for (const name of SCHEME_NAMES) if (/^accent|^hlink/.test(name)) add(scheme[name], name);
  return names;
}

/** Writes a colour: one of the theme's where it is, so that it follows when the theme is changed. */
export function colourOf(palette: Palette, hex: Hex): Element {
  const colour = hex.slice(0, 7);
  const alpha = hex.length > 7 ? Number.parseInt(hex.slice(7), 16) / 255 : 1;
  const known = palette.get(colour);
  const other = known === undefined ? palette.other?.(colour) : undefined;
  const opacity = (share: number): Element | undefined =>
    share < 1 ? xml('a:alpha', { val: Math.round(share * 100_000) }) : undefined;
  if (other?.over) return xml('a:schemeClr', { val: other.over.name }, opacity(alpha * other.over.share));
  return known === undefined
    ? xml('a:srgbClr', { val: (other?.hex ?? colour).slice(1).toUpperCase() }, opacity(alpha))
    : xml('a:schemeClr', { val: known }, opacity(alpha));
}

/** Writes a colour for places that know no opacity. */
export function opaqueColour(palette: Palette, hex: Hex): Element {
  const colour = hex.slice(0, 7);
  const name = palette.get(colour);
  if (name !== undefined) return xml('a:schemeClr', { val: name });
  return xml('a:srgbClr', { val: (palette.other?.(colour).hex ?? colour).slice(1).toUpperCase() });
}

export function solidFill(palette: Palette, hex: Hex): Element {
  return xml('a:solidFill', {}, colourOf(palette, hex));
}

/** Writes what colours mean on a master. */
export function colourMapAttributes(map: ColourMap): Record<string, string> {
  const accents = SCHEME_NAMES.filter((name) => /^accent|link$/i.test(name));
  return { ...map, ...Object.fromEntries(accents.map((name) => [name, name])) };
}

/** Writes what colours mean on slides in another tone than the master's. */
export function colourMapOverride(map: ColourMap): Element {
  return xml('a:overrideClrMapping', colourMapAttributes(map));
}

/** The meaning of colours if dark text is on a light background. */
export const MASTER_MAP: Record<string, string> = colourMapAttributes({
  bg1: 'lt1',
  tx1: 'dk1',
  bg2: 'lt2',
  tx2: 'dk2',
});
