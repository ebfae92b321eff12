/** A length of CSS that pictures can have: its figure and its unit. */
export const LENGTH: RegExp = /^(\d+(?:\.\d+)?)(px|%|em|rem|ex|ch|vw|vh|cm|mm|in|pt|pc|q)$/i;

/** A length as authors write it, where px need no unit; `undefined` for what is none. */
export function readLength(text: string): string | undefined {
  const written = text.replaceAll(/\s/g, '').replace(/^\./, '0.').toLowerCase();
  const length = /^\d+(?:\.\d+)?$/.test(written) ? `${written}px` : written;
  return LENGTH.test(length) ? length : undefined;
}
