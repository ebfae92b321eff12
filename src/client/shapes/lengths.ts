import type { Length } from './measured-paint.ts';
import { round } from './page.ts';

/** Splits `calc(100% - 8px) 50%` at the blank between its lengths. */
export function lengthsIn(css: string): string[] {
  return css.match(/calc\([^)]*\)|[^\s]+/g) ?? [];
}

/** Reads a length of shares and px. */
export function placeIn(length: string, zoom: number): Length | undefined {
  const terms = [...length.matchAll(/([-+]?)\s*(\d+(?:\.\d+)?)(%|px)?(?=[\s)]|$)/g)];
  if (terms.length === 0) return undefined;
  let [share, px] = [0, 0];
  for (const [, sign, number, unit] of terms) {
    const value = Number(number) * (sign === '-' ? -1 : 1);
    if (unit === '%') share += value / 100;
    else px += value * zoom;
  }
  return [share, round(px)];
}
