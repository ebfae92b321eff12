import { ASSET_ATTRIBUTE } from '../model/asset-url.ts';
import type { Deck } from '../model/deck.ts';

/** Addresses of images in a document, by their ids. */
export type ImageAddresses = ReadonlyMap<string, string>;

/** Replaces the `assetUrl`s in HTML by addresses; an image without one gets an empty address. */
export function withAddresses(html: string, addresses: ImageAddresses): string {
  return html.replace(
    ASSET_ATTRIBUTE,
    (_, attribute: string, id: string) => `${attribute}="${addresses.get(id) ?? ''}"`,
  );
}

/**
 * Returns names of files for the images of a deck: id and extension, since a browser tells the kind of a file by its name.
 *
 * @param folder - is before each name.
 */
export function imageFiles({ images }: Pick<Deck, 'images'>, folder = ''): Map<string, string> {
  return new Map([...images.values()].map(({ id, extension }) => [id, `${folder}${id}.${extension}`]));
}

/** Returns the images of a deck as `data:` addresses. */
export function dataAddresses({ images }: Pick<Deck, 'images'>): Map<string, string> {
  return new Map(
    [...images.values()].map(({ id, mediaType, bytes: { buffer, byteOffset, byteLength } }) => [
      id,
      `data:${mediaType};base64,${Buffer.from(buffer, byteOffset, byteLength).toString('base64')}`,
    ]),
  );
}
