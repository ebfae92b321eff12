import { createPreview, type PreviewOptions } from './preview.ts';
import type { OffscreenSlides } from './offscreen-slides.ts';

/** Small images of slides for a list in a shadow tree. */
export interface Thumbnails {
  /** Returns an element with the image of a slide after its last step, which is made when somebody sees it. */
  of: (slide: string) => HTMLElement;
}

/**
 * Creates small images of slides.
 *
 * @param host - the host of the shadow tree: slides stay in the page, whose styles are theirs.
 */
export function createThumbnails(host: Element, offscreen: OffscreenSlides, options: PreviewOptions): Thumbnails {
  const places = new Map<string, HTMLElement>();
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) show((target as HTMLElement).dataset['slide'] ?? '');
    },
    { rootMargin: '200px' },
  );
  offscreen.listen(() => {
    for (const place of places.values()) place.remove();
    places.clear();
  });
  const show = (slide: string): void => {
    if (places.has(slide)) return;
    const place = document.createElement('div');
    place.slot = `slide ${slide}`;
    place.dir = document.documentElement.dir;
    place.style.cssText = 'position:absolute;inset:0;overflow:hidden';
    host.append(place);
    places.set(slide, place);
    createPreview(place, options).show(offscreen.slide(slide), Infinity);
  };
  return {
    of(slide) {
      const [screen, slot] = [document.createElement('span'), document.createElement('slot')];
      screen.className = 'screen';
      slot.name = `slide ${slide}`;
      screen.append(slot);
      screen.dataset['slide'] = slide;
      seen.observe(screen);
      return screen;
    },
  };
}
