import { loadSharp } from '../../../files/load-sharp.ts';
import type { Deck, ImageAsset } from '../../../model/deck.ts';
import { extensionOf, MEDIA_TYPES } from '../../../model/media-types.ts';
import type { ShapesPart } from '../slide-part.ts';

/** An image in the package. */
export interface PackagedImage {
  path: string;
  /** The same as SVG. */
  svg: string | undefined;
}

/**
 * Puts an image of the document into the package, once for all its places. PowerPoint shows PNG, JPEG and GIF; other formats
 * become PNG or JPEG, and SVG gets a PNG for programs that do not show it.
 *
 * @param address - the image's address in the document.
 * @param picture - what it looks like there, as PNG.
 * @returns `undefined` where neither the document nor the page has it.
 */
export async function packageImage(
  part: ShapesPart,
  address: string,
  picture: Uint8Array | undefined,
): Promise<PackagedImage | undefined> {
  const bytes = bytesAt(part, address);
  const kind = kindOf(address);
  const asPng = (): string | undefined => picture && part.package.addMedia(picture, 'png', MEDIA_TYPES.png);
  if (!bytes || kind === undefined) return withPath(asPng());
  if (kind === 'svg') {
    const path = asPng();
    return path === undefined ? undefined : { path, svg: part.package.addMedia(bytes, 'svg', MEDIA_TYPES.svg) };
  }
  if (kind === 'png' || kind === 'jpg' || kind === 'gif')
    return withPath(part.package.addMedia(bytes, kind, MEDIA_TYPES[kind]));
  const converted = await toKnownFormat(bytes);
  if (!converted) return withPath(asPng());
  return withPath(part.package.addMedia(converted.bytes, converted.kind, MEDIA_TYPES[converted.kind]));
}

function withPath(path: string | undefined): PackagedImage | undefined {
  return path === undefined ? undefined : { path, svg: undefined };
}

type Kind = 'png' | 'jpg' | 'gif' | 'svg' | 'webp' | 'avif';

function kindOf(address: string): Kind | undefined {
  const extension = address.startsWith('data:')
    ? (/^data:image\/(\w+)/.exec(address)?.[1] ?? '')
    : extensionOf(address);
  const kind = extension === 'jpeg' ? 'jpg' : extension;
  return kind === 'png' || kind === 'jpg' || kind === 'gif' || kind === 'svg' || kind === 'webp' || kind === 'avif'
    ? kind
    : undefined;
}

function bytesAt({ measured, job }: ShapesPart, address: string): Uint8Array | undefined {
  if (!address.startsWith('data:')) return measured.files.get(address) ?? assetOf(job.deck, address)?.bytes;
  const comma = address.indexOf(',');
  const data = address.slice(comma + 1);
  return address.slice(0, comma).endsWith(';base64')
    ? Buffer.from(data, 'base64')
    : new TextEncoder().encode(decodeURIComponent(data));
}

/** Finds a file of the deck by its address in slides or documents, which has its id. */
export function assetOf({ images }: Deck, address: string): ImageAsset | undefined {
  const id = /(?:^|:)([0-9a-f]{16})(?:\.|$)/.exec(address)?.[1];
  return id === undefined ? undefined : [...images.values()].find((image) => image.id === id);
}

/** Photos become JPEG, images with transparency PNG. */
async function toKnownFormat(bytes: Uint8Array): Promise<{ bytes: Uint8Array; kind: 'png' | 'jpg' } | undefined> {
  const sharp = await loadSharp();
  if (!sharp) return undefined;
  try {
    const image = sharp(bytes).rotate();
    const { hasAlpha } = await image.metadata();
    return hasAlpha
      ? { bytes: await image.png().toBuffer(), kind: 'png' }
      : { bytes: await image.jpeg({ quality: 90, chromaSubsampling: '4:4:4' }).toBuffer(), kind: 'jpg' };
  } catch {
    return undefined;
  }
}
