import type { Sharp } from 'sharp';
import { likeness, type Luma } from './likeness.ts';

/** How like its picture a photo in print is, at least. */
const LIKE_ENOUGH = 0.98;
/** What most photos need; what those with much grain need. */
const QUALITIES = [90, 95, 98];

/** A photo as a JPEG that the eye takes for the picture, and no larger than that takes. */
export async function printJpeg(picture: Sharp): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const { data, info } = await picture.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const luma = async (image: Sharp): Promise<Luma> => ({ ...raw, bytes: await image.greyscale().raw().toBuffer() });
  const shown = await luma(sharp(data, { raw }));
  let jpeg = new Uint8Array();
  for (const quality of QUALITIES) {
    jpeg = await sharp(data, { raw }).jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer();
    if (likeness(shown, await luma(sharp(jpeg))) >= LIKE_ENOUGH) break;
  }
  return jpeg;
}

/** A photo as a JPEG for a screen and a short download. */
export async function screenJpeg(picture: Sharp): Promise<Uint8Array> {
  return picture.jpeg({ quality: 72, chromaSubsampling: '4:2:0' }).toBuffer();
}
