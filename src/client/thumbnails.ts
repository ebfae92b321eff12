import { createPreview, type PreviewOptions } from './preview.ts';
import type { OffscreenSlides } from './offscreen-slides.ts';

/** Small pictures of slides for a list in a shadow tree. */
export interface Thumbnails {
  /** Returns an element with the picture of a slide after its last step, which is made when somebody sees it. */
  of: (slide: string) => HTMLElement;
}

/**
 * Creates small pictures of slides.
 *
 * @param host - the host of the shadow tree: slides stay in the page, whose styles are theirs.
 */
export function createThumbnails(host: Element, offscreen: OffscreenSlides, options: PreviewOptions): Thumbnails {
  const places = new Map<string, HTMLElement>();
  const show = new WeakMap<Element, () => void>();
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) show.get(target)?.();
    },
    { rootMargin: '200px' },
  );
  offscreen.listen(() => {
    for (const place of places.values()) place.remove();
    places.clear();
  });
  const placeOf = (slide: string): HTMLElement => {
    const known = places.get(slide);
    if (known) return known;
    const place = document.createElement('div');
    place.slot = `slide ${slide}`;
    place.dir = document.documentElement.dir;
    place.style.cssText = 'position:absolute;inset:0;overflow:hidden';
    host.append(place);
    places.set(slide, place);
    createPreview(place, options).show(offscreen.slide(slide), Infinity);
    return place;
  };
  return {
    of(slide) {
      const [screen, slot] = [document.createElement('span'), document.createElement('slot')];
      screen.className = 'screen';
      slot.name = `slide ${slide}`;
      screen.append(slot);
      show.set(screen, () => void placeOf(slide));
      seen.observe(screen);
      return screen;
    },
  };
}
