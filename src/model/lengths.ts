/** A CSS length allowed for images: number and unit. */
export const LENGTH: RegExp = /^(\d+(?:\.\d+)?)(px|%|em|rem|ex|ch|vw|vh|cm|mm|in|pt|pc|q)$/i;

/** Reads a CSS length in which px need no unit; returns `undefined` for anything else. */
export function readLength(text: string): string | undefined {
  const written = text.replaceAll(/\s/g, '').replace(/^\./, '0.').toLowerCase();
  const length = /^\d+(?:\.\d+)?$/.test(written) ? `${written}px` : written;
  return LENGTH.test(length) ? length : undefined;
}
