/** Red, green and blue from 0 to 255, alpha from 0 to 1. */
export type Colour = [red: number, green: number, blue: number, alpha: number];

export interface Colours {
  /** Any colour as CSS computes it. */
  read: (css: string) => Colour;
  /** A colour on an opaque one. */
  over: (top: Colour, below: Colour) => Colour;
  /** WCAG 2 contrast ratio, 1 to 21. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
  contrast: (one: Colour, other: Colour) => number;
  hex: (colour: Colour) => string;
}

/** Reckons with colours in a page, which knows every way to write one. */
export function pageColours(): Colours {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const known = new Map<string, Colour>();
  const light = ([red, green, blue]: Colour): number => {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  return {
    read(css) {
      const before = known.get(css);
      if (before || !canvas) return before ?? [0, 0, 0, 0];
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = css;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      const colour: Colour = [red, green, blue, alpha / 255];
      known.set(css, colour);
      return colour;
    },
    over([red, green, blue, alpha], below) {
      const mix = (top: number, bottom: number): number => top * alpha + bottom * (1 - alpha);
      return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1];
    },
    contrast(one, other) {
      const [low = 0, high = 0] = [light(one), light(other)].toSorted((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    },
    hex: ([red, green, blue]) =>
      `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`,
  };
}
