import { linearLight } from './linear-light.ts';

/** Two colours of a series that are hard to tell apart. */
export interface AlikeColours {
  /** Places in the series, from 1. */
  pair: [number, number];
  /** Who sees them so. */
  vision: Vision;
  /** Euclidean distance in OKLab, where 0.02 is just noticeable side by side and 1 is from black to white. */
  distance: number;
}

type Vision = 'anyone' | 'protanopia' | 'deuteranopia' | 'tritanopia';
type Linear = [red: number, green: number, blue: number];

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

/** The two colours that are most alike, in whichever eyes they are. */
export function mostAlike(colours: readonly string[]): AlikeColours | undefined {
  const linear = colours.map(readHex);
  let worst: AlikeColours | undefined;
  for (const [vision, matrix] of Object.entries(SEEN) as [Vision, readonly number[]][]) {
    const seen = linear.map((colour) => oklab(applied(matrix, colour)));
    for (let one = 0; one < seen.length; one += 1) {
      for (let other = one + 1; other < seen.length; other += 1) {
        const distance = Math.hypot(...(seen[one] ?? []).map((part, axis) => part - (seen[other]?.[axis] ?? 0)));
        if (distance < (worst?.distance ?? Infinity)) worst = { pair: [one + 1, other + 1], vision, distance };
      }
    }
  }
  return worst;
}

function readHex(hex: string): Linear {
  const part = (at: number): number => linearLight(Number.parseInt(hex.slice(at, at + 2), 16));
  return [part(1), part(3), part(5)];
}

function applied(matrix: readonly number[], [red, green, blue]: Linear): Linear {
  const row = (at: number): number =>
    Math.max(0, (matrix[at] ?? 0) * red + (matrix[at + 1] ?? 0) * green + (matrix[at + 2] ?? 0) * blue);
  return [row(0), row(3), row(6)];
}

/** Björn Ottosson, “A perceptual color space for image processing”, 2020. https://bottosson.github.io/posts/oklab/ */
function oklab([red, green, blue]: Linear): [number, number, number] {
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}
