import type { ImageAsset } from '../model/deck.ts';

/** Below this many bytes nothing is won. */
const WORTHWHILE = 64 * 1024;
/** Bytes a pixel of a losslessly compressed picture has at least when it is a photo; flat art has a tenth of that. */
const PHOTO_DENSITY = 0.4;

/**
 * A picture as it goes into a PDF. The browser passes JPEG through, but decodes and deflates everything else again, which
 * takes most of the time to print a deck with photos. So photos become JPEG of a quality that no eye tells from the
 * original; flat art, drawings and what is transparent stay as they are. So does everything where sharp is not installed.
 */
export async function printImage(image: ImageAsset): Promise<ImageAsset> {
  const { bytes, mediaType } = image;
  if (bytes.byteLength < WORTHWHILE || !['image/png', 'image/webp', 'image/avif'].includes(mediaType)) return image;
  const sharp = await import('sharp').then((module) => module.default).catch(() => undefined);
  if (!sharp) return image;
  try {
    const { width, height, hasAlpha, pages } = await sharp(bytes).metadata();
    const isPhoto = mediaType !== 'image/png' || bytes.byteLength / (width * height) > PHOTO_DENSITY;
    if (!isPhoto || hasAlpha || (pages ?? 1) > 1) return image;
    const jpeg = await sharp(bytes).rotate().jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toBuffer();
    return { ...image, bytes: jpeg, mediaType: 'image/jpeg', extension: 'jpg' };
  } catch {
    // A damaged picture looks in print as it does on screen: the browser draws what it can of it.
    return image;
  }
}
