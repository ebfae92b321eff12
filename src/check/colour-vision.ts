import { convertLrgbToOklab, convertRgbToLrgb, parseHex, type Lrgb } from 'culori/fn';

/** Two colours of a series that are hard to tell apart. */
export interface AlikeColours {
  /** Places in the series, from 1. */
  pair: [number, number];
  /** The kind of colour vision. */
  vision: Vision;
  /** Euclidean distance in OKLab, where 0.02 is just noticeable side by side and 1 is from black to white. */
  distance: number;
}

type Vision = 'anyone' | 'protanopia' | 'deuteranopia' | 'tritanopia';

/**
 * Linear sRGB as people see it who lack one kind of cones: Machado, Oliveira, Fernandes, “A Physiologically-based Model
 * for Simulation of Color Vision Deficiency”, 2009, severity 1.
 */
const SEEN: Record<Vision, readonly number[]> = {
  anyone: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

/**
 * Returns the two most similar colours in any kind of colour vision.
 *
 * @param colours - as `#rrggbb`.
 */
export function mostAlike(colours: readonly string[]): AlikeColours | undefined {
  const linear = colours.map((colour) => convertRgbToLrgb(parseHex(colour) ?? { r: 0, g: 0, b: 0 }));
  let worst: AlikeColours | undefined;
  for (const [vision, matrix] of Object.entries(SEEN) as [Vision, readonly number[]][]) {
    const seen = linear.map((colour) => convertLrgbToOklab(applied(matrix, colour)));
    seen.forEach((one, at) => {
      seen.slice(at + 1).forEach((other, behind) => {
        const distance = Math.hypot(one.l - other.l, one.a - other.a, one.b - other.b);
        if (distance < (worst?.distance ?? Infinity)) worst = { pair: [at + 1, at + behind + 2], vision, distance };
      });
    });
  }
  return worst;
}

function applied(matrix: readonly number[], { r, g, b }: Lrgb): Lrgb {
  const row = (at: number): number =>
    Math.max(0, (matrix[at] ?? 0) * r + (matrix[at + 1] ?? 0) * g + (matrix[at + 2] ?? 0) * b);
  return { mode: 'lrgb', r: row(0), g: row(3), b: row(6) };
}
