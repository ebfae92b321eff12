import { allSlides, slideView, type Area } from './slide-view.ts';

/** A place in the source, and which slide of a page shows it. */
interface WantedPlace {
  slide: number;
  line: number;
  column: number;
}

/**
 * Finds the elements that places in the source became: the innermost that begins there, else the last one before it on
 * its line. `null` where none is seen.
 */
export function findPlaces(wanted: readonly WantedPlace[]): (Area | null)[] {
  const slides = allSlides();
  return wanted.map(({ slide: index, line, column }) => {
    const slide = slides[index];
    if (!slide) return null;
    const { areaOf, visible } = slideView(slide);
    let best: Element | undefined;
    let nearest = 0;
    for (const element of slide.querySelectorAll('[data-place]')) {
      const [its = 0, start = 0] = (element.getAttribute('data-place') ?? '').split(':').map(Number);
      if (its !== line || start > column || start < nearest || !visible(element)) continue;
      best = element;
      nearest = start;
    }
    return best ? areaOf([best.getBoundingClientRect()]) : null;
  });
}
