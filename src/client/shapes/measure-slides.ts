import { joinTexts } from './join-texts.ts';
import { withPictures } from './ground-pictures.ts';
import { partFills } from './layers.ts';
import type { Hex, MeasuredBox, MeasuredSlide } from './measured.ts';
import { boxOn, seenColour, sharedPage, type Page } from './page.ts';
import { paintOf } from './paint.ts';
import { partsOf } from './walk.ts';
import { UNPAINTED } from './unpainted.ts';
import { pseudoBlocks } from './pseudo-elements.ts';

/**
 * Measures all slides of the document as they are laid out now.
 *
 * @param tokens - names of tokens that are colours, wanted of the slides with `data-specimen`.
 */
export function measureSlides(tokens: readonly string[]): MeasuredSlide[] {
  const shared = sharedPage();
  return [...document.querySelectorAll<HTMLElement>('.print > .slide')].map((slide) => {
    const frame = slide.getBoundingClientRect();
    const page: Page = { ...shared, slide, frame };
    const style = getComputedStyle(slide);
    const paint = paintOf(page, slide, style) ?? UNPAINTED;
    const ground = withPictures(page, { ...groundOf(frame), paint }, style);
    const blocks = [
      ...(ground.blocks.length > 0 ? [{ ...ground, paint: undefined }] : []),
      ...partFills(page, groundOf(frame), paint),
      ...pseudoBlocks(page, slide, '::before'),
      ...pseudoBlocks(page, slide, '::after'),
      ...partsOf(page, slide),
    ];
    const body = slide.querySelector(':scope > .slide-body') ?? slide;
    return {
      width: frame.width,
      height: frame.height,
      paint: { ...paint, fills: paint.fills.filter(({ kind, area }) => kind !== 'picture' && !area) },
      blocks: joinTexts(blocks),
      body: boxOn(page, body.getBoundingClientRect()),
      tokens: slide.classList.contains('specimen') ? tokenColours(page, tokens) : {},
    };
  });
}

/** Returns the decoration of a background: everything beside its fills. */
function groundOf({ width, height }: DOMRect): MeasuredBox {
  return {
    kind: 'box',
    node: undefined,
    box: { x: 0, y: 0, width, height },
    step: undefined,
    opacity: 1,
    rotation: 0,
    role: 'decoration',
    paint: undefined,
    blocks: [],
  };
}

function tokenColours(page: Page, tokens: readonly string[]): Record<string, Hex> {
  const probe = page.slide.appendChild(document.createElement('i'));
  const colours = tokens.map((token): [string, Hex] => {
    probe.style.color = `var(${token})`;
    return [token, seenColour(page, getComputedStyle(probe).color)?.slice(0, 7) ?? '#000000'];
  });
  probe.remove();
  return Object.fromEntries(colours);
}
