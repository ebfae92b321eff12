import type { Metadata, Sharp } from 'sharp';
import type { PictureMaker } from '../browser/print-page.ts';
import type { ByteCache } from '../files/byte-cache.ts';
import { loadSharp } from '../files/load-sharp.ts';
import type { ImageAsset, Size } from '../model/deck.ts';
import { MEDIA_TYPES } from '../model/media-types.ts';
import { jpegQuality } from './jpeg-quality.ts';
import { printJpeg, screenJpeg, type Loss } from './photo-jpeg.ts';

/** Image qualities: for paper, or for a screen and a short download. */
export const QUALITIES = ['print', 'screen'] as const;
export type Quality = (typeof QUALITIES)[number];

/** An image that is worth making again for print. */
export interface PrintPicture extends Size {
  /** Photos lose nothing that an eye sees as JPEG; flat art would. */
  photo: boolean;
  /** Lossy compression of the file; `undefined` for a lossless one. */
  loss?: Loss;
  /** A PDF takes the file in as it is. */
  ready: boolean;
}

/** Below this many bytes nothing is won, unless it has many px. */
const WORTHWHILE = 64 * 1024;
const MANY_PIXELS = 1_000_000;
/** Bytes a px of a losslessly compressed image has at least when it is a photo; flat art has a tenth of that. */
const PHOTO_DENSITY = 0.4;
/** Making an image a little smaller costs sharpness and saves nothing. */
const NEARLY = 0.9;
/** Saving a JPEG once more costs quality: it pays where many px go. */
const NEARLY_READY = 0.8;
/** Changes with everything that changes what is made of the same image. */
const GENERATION = '4';
/** The quality assumed for formats that do not state it. */
const USUAL_QUALITY = 90;

const JPEG: Record<Quality, (picture: Sharp, loss?: Loss) => Promise<Uint8Array>> = {
  print: printJpeg,
  screen: screenJpeg,
};

/**
 * Looks at an image before it is known how large it is shown. `undefined` where it goes into a PDF as it is: drawings,
 * videos, small and damaged ones, and all where sharp is not installed.
 */
export async function lookAtPicture(image: ImageAsset, cache: ByteCache): Promise<PrintPicture | undefined> {
  const { id, bytes, mediaType } = image;
  if (!/^image\/(?:png|webp|avif|jpeg)$/.test(mediaType)) return undefined;
  const key = [GENERATION, 'facts', id];
  const known = await cache.read(key);
  if (known) return (JSON.parse(new TextDecoder().decode(known)) as PrintPicture | null) ?? undefined;
  const sharp = await loadSharp();
  if (!sharp) return undefined;
  // A damaged picture looks in print as it does on screen: the browser draws what it can of it.
  const facts = await sharp(bytes)
    .metadata()
    .catch(() => undefined);
  const picture = facts && (facts.pages ?? 1) === 1 ? worthwhile(image, facts) : undefined;
  await cache.write(key, JSON.stringify(picture ?? null));
  return picture;
}

type Facts = Pick<Metadata, 'width' | 'height' | 'hasAlpha' | 'orientation' | 'channels' | 'chromaSubsampling'>;

function worthwhile({ bytes, mediaType }: ImageAsset, facts: Facts): PrintPicture | undefined {
  const turned = (facts.orientation ?? 1) >= 5;
  const [width, height] = turned ? [facts.height, facts.width] : [facts.width, facts.height];
  const pixels = width * height;
  if (bytes.byteLength < WORTHWHILE && pixels < MANY_PIXELS) return undefined;
  const lossless = mediaType === MEDIA_TYPES.png || isLosslessWebp(bytes);
  const photo = !facts.hasAlpha && (!lossless || bytes.byteLength / pixels > PHOTO_DENSITY);
  // Chromium decodes a JPEG that is turned or made for presses, and deflates what comes out.
  const ready = mediaType === MEDIA_TYPES.jpeg && (facts.orientation ?? 1) === 1 && facts.channels !== 4;
  return { width, height, photo, ready, ...(!lossless && { loss: lossOf(bytes, mediaType, facts) }) };
}

/** A lossy WebP halves its colours always. */
function lossOf(bytes: Uint8Array, mediaType: string, { chromaSubsampling }: Facts): Loss {
  const quality = mediaType === MEDIA_TYPES.jpeg ? jpegQuality(bytes) : undefined;
  const halfColour = mediaType === MEDIA_TYPES.webp || /^4:[12]:0/.test(chromaSubsampling ?? '');
  return { quality: quality ?? USUAL_QUALITY, halfColour, bytes: bytes.byteLength };
}

/** The first chunk of a WebP file tells how it is compressed. https://developers.google.com/speed/webp/docs/riff_container */
function isLosslessWebp(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, 16).toString('latin1', 8) === 'WEBPVP8L';
}

export interface PrintPicturesOptions {
  quality: Quality;
  /** Px of an image for each px of the document that it fills. */
  density: number;
  cache: ByteCache;
}

/**
 * Makes images as large as a page can show them. The browser passes JPEG through, but decodes and deflates everything
 * else again, which takes most of the time to print a deck with photos.
 */
export function pictureMaker(
  images: ReadonlyMap<string, ImageAsset>,
  pictures: ReadonlyMap<string, PrintPicture>,
  options: PrintPicturesOptions,
): PictureMaker {
  const ids = new Map([...pictures].map(([id, size]) => [standIn(id, size), id]));
  return {
    standIns: new Set(ids.keys()),
    make: async (address, scale) => {
      const id = ids.get(address) ?? '';
      const [image, picture] = [images.get(id), pictures.get(id)];
      if (!image || !picture) throw new Error(`no image ${id}`);
      return makePicture(image, picture, { ...options, density: scale * options.density });
    },
  };
}

/** Has an image's size and nothing else. */
export function standIn(id: string, { width, height }: Size): string {
  return `data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 id=%22i${id}%22 width=%22${width}%22 height=%22${height}%22/%3E`;
}

/** @param options.density - px to keep for each px there is. */
async function makePicture(
  image: ImageAsset,
  { width, photo, loss, ready }: PrintPicture,
  { quality, density, cache }: PrintPicturesOptions,
): Promise<{ name: string; bytes: Uint8Array }> {
  const smaller = density < (ready ? NEARLY_READY : NEARLY);
  const { id, extension } = image;
  const asItIs = { name: `${id}.${extension}`, bytes: image.bytes };
  if (!smaller && (ready || !photo)) return asItIs;
  const across = smaller ? Math.max(1, Math.ceil(width * density)) : width;
  const kind = photo ? 'jpg' : 'png';
  // Another document of the same browser may have the same picture in another size.
  const name = [id, across, ...(photo ? [quality] : [])].join('-');
  const key = [GENERATION, id, kind, String(across), photo ? quality : ''];
  const known = await cache.read(key);
  if (known) return { name: `${name}.${kind}`, bytes: known };
  try {
    const sharp = await loadSharp();
    if (!sharp) return asItIs;
    const upright = sharp(image.bytes).rotate();
    const sized = smaller ? upright.resize({ width: across }) : upright;
    const made = photo ? await JPEG[quality](sized, loss) : await sized.png({ compressionLevel: 4 }).toBuffer();
    // Fewer px in more bytes help nobody.
    const bytes = ready && made.byteLength >= image.bytes.byteLength ? image.bytes : made;
    await cache.write(key, bytes);
    return { name: `${name}.${kind}`, bytes };
  } catch {
    return asItIs;
  }
}
