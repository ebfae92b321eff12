import type { Colours } from './colours.ts';

/** A colour with the first token that has it on the slide; empty where none has. */
export interface NamedColour {
  hex: string;
  token: string;
}

/** Finds the names that colours have on a slide. */
export function tokenNames(
  slide: HTMLElement,
  tokens: readonly string[],
  { read, hex }: Colours,
): (hex: string) => NamedColour {
  const named = new Map<string, string>();
  const probe = slide.appendChild(document.createElement('i'));
  for (const token of tokens) {
    probe.style.color = `var(${token})`;
    const colour = hex(read(getComputedStyle(probe).color));
    if (!named.has(colour)) named.set(colour, token);
  }
  probe.remove();
  return (colour) => ({ hex: colour, token: named.get(colour) ?? '' });
}
