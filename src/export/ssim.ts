import type { Size } from '../model/deck.ts';

/** An image's brightness, a byte for each px. */
export interface Luma extends Size {
  bytes: Uint8Array;
}

const WINDOW = 8;
/** Keep what is dark or even from being divided by nothing. */
const [C1, C2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2];

/**
 * Compares two images of one size: returns the mean structural similarity of windows of 8 × 8 px, 1 where they are the
 * same. Z. Wang et al., “Image quality assessment: from error visibility to structural similarity”, 2004.
 */
export function ssim(a: Luma, b: Luma): number {
  let [sum, windows] = [0, 0];
  for (let y = 0; y + WINDOW <= a.height; y += WINDOW) {
    for (let x = 0; x + WINDOW <= a.width; x += WINDOW) {
      sum += inWindow(a, b, y * a.width + x);
      windows += 1;
    }
  }
  return windows > 0 ? sum / windows : 1;
}

function inWindow(a: Luma, b: Luma, start: number): number {
  let [sumA, sumB, squaresA, squaresB, products] = [0, 0, 0, 0, 0];
  for (let row = 0; row < WINDOW; row += 1) {
    for (let at = start + row * a.width; at < start + row * a.width + WINDOW; at += 1) {
      const [p, q] = [a.bytes[at] ?? 0, b.bytes[at] ?? 0];
      sumA += p;
      sumB += q;
      squaresA += p * p;
      squaresB += q * q;
      products += p * q;
    }
  }
  const pixels = WINDOW * WINDOW;
  const [meanA, meanB] = [sumA / pixels, sumB / pixels];
  const variances = squaresA / pixels - meanA ** 2 + squaresB / pixels - meanB ** 2;
  const covariance = products / pixels - meanA * meanB;
  return ((2 * meanA * meanB + C1) * (2 * covariance + C2)) / ((meanA ** 2 + meanB ** 2 + C1) * (variances + C2));
}
