import type { Sharp } from 'sharp';
import { ssim, type Luma } from './ssim.ts';

/** The lossy compression of a photo's file. */
export interface Loss {
  /** From 1 to 100, as encoders of JPEG count it. */
  quality: number;
  /** Whether colours have half the px of the brightness, across and down. */
  halfColour: boolean;
  /** The file's bytes. Formats that compress better than JPEG make small files of large photos. */
  bytes: number;
}

/** The least similarity of a photo in print to its original. */
const LIKE_ENOUGH = 0.98;
/** Most lossless photos need the first; those with much grain need the others. */
const LOSSLESS = [90, 95, 98];
/** Qualities for files that are lossy already: above, bytes would keep the artefacts of the first loss. */
const LOSSY = [90, 80, 70, 60];

/**
 * Encodes a photo as a JPEG that the eye takes for the image, and no larger than that takes. What has lost something before
 * takes no more bytes than its file, down to a quality that is good enough for paper.
 *
 * @param loss - of the photo's file; `undefined` for a lossless one.
 */
export async function printJpeg(picture: Sharp, loss?: Loss): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const { data, info } = await picture.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const chromaSubsampling = loss?.halfColour ? '4:2:0' : '4:4:4';
  let jpeg = new Uint8Array();
  if (loss) {
    const qualities = LOSSY.filter((quality) => quality < loss.quality);
    for (const quality of [Math.min(loss.quality, LOSSY[0] ?? 0), ...qualities]) {
      jpeg = await sharp(data, { raw }).jpeg({ quality, chromaSubsampling }).toBuffer();
      if (jpeg.byteLength <= loss.bytes) break;
    }
    return jpeg;
  }
  const luma = async (image: Sharp): Promise<Luma> => ({ ...raw, bytes: await image.greyscale().raw().toBuffer() });
  const shown = await luma(sharp(data, { raw }));
  for (const quality of LOSSLESS) {
    jpeg = await sharp(data, { raw }).jpeg({ quality, chromaSubsampling }).toBuffer();
    if (ssim(shown, await luma(sharp(jpeg))) >= LIKE_ENOUGH) break;
  }
  return jpeg;
}

/** Encodes a photo as a JPEG for a screen and a short download. */
export async function screenJpeg(picture: Sharp): Promise<Uint8Array> {
  return picture.jpeg({ quality: 72, chromaSubsampling: '4:2:0' }).toBuffer();
}
