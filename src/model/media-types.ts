import path from 'node:path';

/** Media types of files, by their extensions: the only table of them. */
export const MEDIA_TYPES = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  bmp: 'image/bmp',
  ico: 'image/x-icon',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  vtt: 'text/vtt',
  woff2: 'font/woff2',
  woff: 'font/woff',
  ttf: 'font/ttf',
  otf: 'font/otf',
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
} as const;

type Extension = keyof typeof MEDIA_TYPES;

/** Kinds of images that browsers draw wherever an image may be. */
const PICTURES = ['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'svg'] as const;

/** Kinds of files that a deck shows. */
export const DECK_FILES: readonly Extension[] = [
  ...PICTURES,
  'bmp',
  'ico',
  'mp4',
  'webm',
  'mp3',
  'm4a',
  'ogg',
  'wav',
  'vtt',
];

/** Kinds of files that a style sheet shows: fonts and images. */
export const STYLE_FILES: readonly Extension[] = ['woff2', 'woff', 'ttf', 'otf', ...PICTURES];

/**
 * Returns the media type of a file by its name.
 *
 * @param kinds - the extensions that are wanted.
 * @returns `undefined` for files of all other kinds.
 */
export function mediaTypeOf(file: string, kinds: readonly string[] = Object.keys(MEDIA_TYPES)): string | undefined {
  const extension = extensionOf(file);
  return isKnown(extension) && kinds.includes(extension) ? MEDIA_TYPES[extension] : undefined;
}

/** Returns the extension of a file, in lower case and without its dot. */
export function extensionOf(file: string): string {
  return path.extname(file).slice(1).toLowerCase();
}

function isKnown(extension: string): extension is Extension {
  return Object.hasOwn(MEDIA_TYPES, extension);
}
