import type { Colours } from './colours.ts';

/** Returns the colours that tokens have on a slide, as `#rrggbb`. */
export function coloursOfTokens(slide: HTMLElement, tokens: readonly string[], { read, hex }: Colours): string[] {
  const probe = slide.appendChild(document.createElement('i'));
  const found = tokens.map((token) => {
    probe.style.color = `var(${token})`;
    return hex(read(getComputedStyle(probe).color));
  });
  probe.remove();
  return found;
}
