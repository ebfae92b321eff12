/** How many times higher than both ends a peak is, or how many times lower a dip. */
const [PEAK, DIP] = [1.6, 2];

/**
 * Finds the point that a line is about: its peak far above where it begins and ends, or its dip far below. It is the only
 * one of its height.
 *
 * @param values - figures in their order; `null` for those that are missing.
 */
export function turningPoint(values: readonly (number | null)[]): number | undefined {
  const found = values.filter((value) => value !== null);
  const [first, last] = [found[0], found.at(-1)];
  if (found.length < 4 || first === undefined || last === undefined || Math.min(...found) < 0) return undefined;
  const single = (value: number): number | undefined =>
    found.filter((other) => other === value).length === 1 ? values.indexOf(value) : undefined;
  const [top, bottom] = [Math.max(...found), Math.min(...found)];
  const [most, least] = [Math.max(first, last), Math.min(first, last)];
  if (top > most && top >= PEAK * most) return single(top);
  return bottom < least && bottom * DIP <= least ? single(bottom) : undefined;
}
