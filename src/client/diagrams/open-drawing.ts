import { stopClock } from '../../model/stop-clock.ts';

/** px of labels, unless the deck's styles say otherwise. */
const FONT_SIZE = 16;

/** Makes an empty page ready for Mermaid, before its script runs there. @param css - the deck's styles. */
export function openDrawing(css: string): void {
  takeTextStyle(css);
  stopClock(globalThis);
}

/**
 * Gives the text of the page the styles that texts of drawings have on a slide, and none of the other rules of the
 * deck, which would change what Mermaid lays out.
 */
function takeTextStyle(css: string): void {
  const sheet = document.createElement('style');
  sheet.textContent = css;
  document.head.append(sheet);
  const slide = document.createElement('div');
  slide.className = 'reveal';
  slide.innerHTML = `<div class="slides"><section class="slide present"><div class="slide-body">
    <figure class="media drawing diagram"><svg><g style="font-size:${FONT_SIZE}px"><text>M</text></g></svg></figure></div></section></div>`;
  document.body.append(slide);
  const label = slide.querySelector('text');
  const look = label && getComputedStyle(label);
  const inherited = `font-family font-size font-style font-weight font-stretch font-variant font-feature-settings
    font-variation-settings font-kerning font-size-adjust letter-spacing word-spacing text-transform`;
  const rules = inherited.split(/\s+/).map((name) => [name, look?.getPropertyValue(name) ?? ''] as const);
  slide.remove();
  sheet.remove();
  for (const [name, value] of rules) document.body.style.setProperty(name, value);
}
