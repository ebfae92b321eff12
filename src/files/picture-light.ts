import type { Size } from '../model/deck.ts';
import type { LoadedAsset } from '../model/deck-files.ts';
import { loadSharp } from './load-sharp.ts';

/** How light a part of an image is, as greys from 0 to 1 that stand for its lightest and its darkest spots. */
export interface Light {
  lightest: number;
  darkest: number;
}

/** Where an image is shown: as large as covers the frame, and the shares of what is cut off that are left and above. */
export interface Frame extends Size {
  across: number;
  down: number;
}

/** Bands, from top to bottom, that an image is measured in. */
export const LIGHT_BANDS = 9;
/** The light of an image that was not measured. */
const ANY: readonly Light[] = Array.from({ length: LIGHT_BANDS }, () => ({ lightest: 1, darkest: 0 }));

/** Columns and rows of px of the image that is measured, and of the tiles of it; a band is a row of tiles. */
const [WIDE, HIGH, TILE] = [160, 10 * LIGHT_BANDS, 10];
/** The share of the px of a tile that may be lighter or darker: specks hide no letter. */
const SPECKS = 0.06;

/** Measurements, by files and frames. */
const known = new Map<string, Promise<readonly Light[]>>();
const MOST_KNOWN = 500;

/** Measures the light of an image behind a slide, band by band. Of videos and elaborate drawings nothing is known. */
export function lightOf(picture: LoadedAsset, frame: Frame): Promise<readonly Light[]> {
  const key = [picture.id, frame.width, frame.height, frame.across, frame.down].join();
  const measured = known.get(key) ?? measure(picture, frame).catch(() => ANY);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, measured);
  return measured;
}

async function measure({ bytes, mediaType, width, height }: LoadedAsset, frame: Frame): Promise<readonly Light[]> {
  if (!width || !height || !mediaType.startsWith('image/')) return ANY;
  if (mediaType.includes('svg') && !isPlainDrawing(bytes, width * height)) return ANY;
  const sharp = await loadSharp();
  if (!sharp) return ANY;
  const scale =
    Math.max(WIDE / frame.width, HIGH / frame.height) * Math.max(frame.width / width, frame.height / height);
  const size = { width: Math.max(WIDE, Math.round(width * scale)), height: Math.max(HIGH, Math.round(height * scale)) };
  if (size.width > 40 * WIDE || size.height > 40 * HIGH) return ANY;
  const { data, info } = await sharp(bytes)
    .timeout({ seconds: 5 })
    .rotate()
    .resize({ ...size, fit: 'fill' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const left = Math.round((info.width - WIDE) * frame.across);
  const top = Math.round((info.height - HIGH) * frame.down);
  return ANY.map((_, band) => {
    const tiles: Light[] = [];
    for (let x = 0; x < WIDE; x += TILE) tiles.push(lightOfTile(data, info, left + x, top + band * TILE));
    return {
      lightest: Math.max(...tiles.map(({ lightest }) => lightest)),
      darkest: Math.min(...tiles.map(({ darkest }) => darkest)),
    };
  });
}

/** Drawings of plain shapes take milliseconds; those that refer to parts of themselves may take for ever. */
function isPlainDrawing(bytes: Uint8Array, pixels: number): boolean {
  if (bytes.byteLength > 256 * 1024 || pixels > 4e6) return false;
  return !/<(?:[\w-]+:)?(?:use|filter|image|pattern|mask|marker|text|foreignObject|style|script)\b|<!ENTITY/i.test(
    new TextDecoder().decode(bytes),
  );
}

function lightOfTile(
  data: Uint8Array,
  { width, channels }: { width: number; channels: number },
  x: number,
  y: number,
): Light {
  const light: number[] = [];
  const dark: number[] = [];
  for (let row = y; row < y + TILE; row += 1) {
    for (let column = x; column < x + TILE; column += 1) {
      const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray((row * width + column) * channels);
      // Behind what is transparent lies the slide.
      if (alpha < 128) continue;
      light.push(greyOf([red, green, blue]));
      dark.push(greyUnder([red, green, blue]));
    }
  }
  if (light.length === 0) return { lightest: 0, darkest: 1 };
  const at = Math.min(light.length - 1, Math.floor(light.length * SPECKS));
  return {
    lightest: light.toSorted((one, other) => other - one)[at] ?? 1,
    darkest: dark.toSorted((one, other) => one - other)[at] ?? 0,
  };
}

/** Returns the grey, from 0 to 1, that has the luminance of a colour. @param colour - parts from 0 to 255. */
function greyOf(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => (part / 255) ** 2.2);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) ** (1 / 2.2);
}

/** The share of white in a veil that the greys are measured for. */
const VEIL = 0.6;

/** Returns the grey that is as dark as a colour under a white veil, where strong colours get darker than their grey. */
function greyUnder(colour: readonly number[]): number {
  const veiled = greyOf(colour.map((part) => VEIL * 255 + (1 - VEIL) * part));
  return Math.max(0, (veiled - VEIL) / (1 - VEIL));
}
