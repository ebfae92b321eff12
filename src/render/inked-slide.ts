import type { Deck, Slide } from '../model/deck.ts';
import type { HandoutSettings } from '../model/handout.ts';
import { withImages } from '../model/slide-images.ts';

/** Returns the slide as it is printed: as it is, or with as little ink as its content allows. */
export function inkedSlide(
  own: Slide,
  { paperImages }: Pick<Deck, 'paperImages'>,
  { ink }: Pick<HandoutSettings, 'ink'>,
): Slide {
  if (ink === 'full') return own;
  const slide = paperImages && paperImages.size > 0 ? withImages(own, paperImages) : own;
  const { background } = slide.settings;
  // Background images are content, and words on them are read in the tone that was chosen for them.
  if (background?.kind === 'file') return slide;
  return {
    ...slide,
    settings: { ...slide.settings, tone: 'light' },
    background: background ? slide.background.slice(1) : slide.background,
  };
}
