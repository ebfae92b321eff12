import { joinTexts } from './join-texts.ts';
import type { MeasuredSlide } from './measured.ts';
import { sharedPage, type Page } from './page.ts';
import { UNPAINTED } from './common.ts';
import { paintOf } from './paint.ts';
import { partsOf } from './walk.ts';
import { pseudoBlocks } from './pseudo-elements.ts';

/** Measures all slides of the document as they are laid out now. */
export function measureSlides(): MeasuredSlide[] {
  const shared = sharedPage();
  return [...document.querySelectorAll<HTMLElement>('.print > .slide')].map((slide) => {
    const frame = slide.getBoundingClientRect();
    const page: Page = { ...shared, slide, frame };
    const blocks = [
      ...pseudoBlocks(page, slide, '::before'),
      ...pseudoBlocks(page, slide, '::after'),
      ...partsOf(page, slide),
    ];
    return {
      width: frame.width,
      height: frame.height,
      paint: paintOf(page, slide, getComputedStyle(slide)) ?? UNPAINTED,
      blocks: joinTexts(blocks),
    };
  });
}
