import type { Colours } from './colours.ts';
import type { SlideView } from './slide-view.ts';

/** Tokens of the theme on a slide. */
export interface TokenFacts {
  /** Colours of those that were asked for, as `#rrggbb`, in their order. */
  colours: string[];
  /** `--deck-unit`, in px of a slide that is 720 px high. */
  unit: number;
}

/** Reads tokens where a slide reads them. */
export function collectTokens(
  { slide, zoom, unit }: SlideView,
  tokens: readonly string[],
  { read, hex }: Colours,
): TokenFacts {
  const MANY = 1000;
  const probe = slide.appendChild(document.createElement('i'));
  probe.style.cssText = `position:absolute;width:calc(${MANY} * var(--deck-unit))`;
  const width = (probe.getBoundingClientRect().width * zoom) / slide.currentCSSZoom;
  const colours = tokens.map((token) => {
    probe.style.color = `var(${token})`;
    return hex(read(getComputedStyle(probe).color));
  });
  probe.remove();
  return { colours, unit: width / MANY / unit };
}
