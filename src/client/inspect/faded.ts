import type { Colour, Colours } from './colours.ts';

/**
 * A text's colour as boxes around it let it through; where its ground stands on such a box, it goes with the text. What
 * steps fade is meant to step back.
 */
export function faded(element: Element, { read }: Colours): Colour {
  const [red, green, blue, alpha] = read(getComputedStyle(element).color);
  let through = alpha;
  for (let at: Element | null = element; at && !at.matches('.slide'); at = at.parentElement) {
    const { opacity, backgroundColor } = getComputedStyle(at);
    if (!at.matches('.fragment')) through *= Number(opacity);
    if (read(backgroundColor)[3] === 1) break;
  }
  return [red, green, blue, through];
}
