import type { Hex } from '../../../client/shapes/measured.ts';

/** Returns black or white, whichever is legible on a colour. */
export function inkOn(hex: Hex): Hex {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return 0.2126 * red ** 2.2 + 0.7152 * green ** 2.2 + 0.0722 * blue ** 2.2 < 0.36 ? '#ffffff' : '#000000';
}
