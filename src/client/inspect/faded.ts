import type { Colour, Colours } from './colours.ts';

/**
 * Returns the colour of a text with the opacity of the boxes around it, up to one that has a background of its own.
 * What steps fade is left out: it is meant to step back.
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
