import type { Element } from 'hast';
import { lightOf, LIGHT_BANDS, type Frame, type Light } from '../files/picture-light.ts';
import type { Background, Scrim, Size } from '../model/deck.ts';
import type { LoadedAsset } from '../model/deck-files.ts';
import { readPosition } from './background-position.ts';
import { element } from './elements.ts';

/** The background below a scrim. */
export interface Veiled extends Pick<Background, 'size' | 'position'> {
  picture: LoadedAsset;
  /** Of the slide, in px. */
  slide: Size;
}

/**
 * Makes the scrim between an image and the words on it: a veil of the slide's own colour. A given strength is even; else it
 * follows from the light of the image, from top to bottom, and from what the tone's colours need.
 */
export async function scrimOver(veiled: Veiled, strength: Scrim): Promise<Element | undefined> {
  if (strength === 0) return undefined;
  if (typeof strength === 'number') return scrim({ className: ['scrim', 'scrim-even'], style: `--scrim:${strength}` });
  const bands = await lightOf(veiled.picture, frameOf(veiled));
  return scrim({ className: ['scrim'], style: stopsOf(bands) });
}

/** Greys that no spot of an image may be lighter than below light letters, and darker than below dark ones. */
const [UNDER_LIGHT, UNDER_DARK] = [0.34, 0.67];
/** How much weaker the scrim of another tone has to be. */
const WEAKER = 0.12;

/** Returns the tone whose letters need the weaker scrim on an image; `undefined` where both need about the same. */
export async function toneOver(veiled: Veiled): Promise<'light' | 'dark' | undefined> {
  const bands = await lightOf(veiled.picture, frameOf(veiled));
  const mean = (of: (band: Light) => number): number =>
    bands.reduce((sum, band) => sum + Math.max(0, of(band)), 0) / bands.length;
  const dark = mean(({ lightest }) => lightest - UNDER_LIGHT);
  const light = mean(({ darkest }) => UNDER_DARK - darkest);
  if (Math.abs(dark - light) < WEAKER) return undefined;
  return dark < light ? 'dark' : 'light';
}

function scrim(properties: Element['properties']): Element {
  return element('div', { ...properties, ariaHidden: 'true', dataComponent: 'scrim' });
}

/** An image that does not cover the slide is measured as a whole: where it is is the page's business. */
function frameOf({ size, position, picture, slide }: Veiled): Frame {
  if (size !== 'cover') return { width: picture.width ?? 1, height: picture.height ?? 1, across: 0, down: 0 };
  const [across = 0.5, down = 0.5] = readPosition(position).map(({ share }) => {
    const number = Number.parseFloat(share) / 100;
    return number >= 0 && number <= 1 ? number : 0.5;
  });
  return { ...slide, across, down };
}

/** The most that neighbouring stops differ by, so that nobody sees where a band begins. */
const SLOPE = 0.13;

/** Says what each stop of the scrim needs: between two bands that is what the worse of them does. */
function stopsOf(bands: readonly Light[]): string {
  const stops = Array.from({ length: LIGHT_BANDS + 1 }, (_, at) => {
    const apart = bands.map((band, index) => ({
      band,
      far: SLOPE * Math.max(0, index < at ? at - 1 - index : index - at),
    }));
    const lightest = Math.max(...apart.map(({ band, far }) => band.lightest - far));
    const darkest = Math.min(...apart.map(({ band, far }) => band.darkest + far));
    return [`--l${at}:${Number(lightest.toFixed(2))}`, `--d${at}:${Number(darkest.toFixed(2))}`];
  });
  return stops.flat().join(';');
}
