import { addressedId } from './follow-links.ts';
import { markSteps } from './preview.ts';

/** Returns the query for a phone that is held upright, on which slides are scrolled. */
export function phoneUpright(): MediaQueryList {
  return matchMedia('(max-width: 600px) and (orientation: portrait)');
}

/**
 * Shows all slides below each other, as wide as the screen and after their last steps. Whoever turns the phone goes on
 * with slides.
 *
 * @param fit - scales down what does not fit.
 */
export function startReading(region: HTMLElement, width: number, fit: (slides: HTMLElement[]) => void): void {
  const root = document.documentElement;
  const slides = [...region.querySelectorAll<HTMLElement>('section.slide')];
  root.classList.add('reading');
  region.classList.add('print');
  const widen = (): void => root.style.setProperty('--reading-zoom', String(root.clientWidth / width));
  window.addEventListener('resize', widen);
  widen();
  for (const slide of slides) markSteps(slide, Infinity);
  phoneUpright().addEventListener('change', () => {
    const seen = slides.find((slide) => slide.getBoundingClientRect().bottom > 0);
    if (seen) history.replaceState(null, '', `#/${seen.id}`);
    location.reload();
  });
  const fonts = [...document.fonts].map((font) => font.load().catch(() => undefined));
  void Promise.all(fonts).then(() => {
    fit(slides);
    document.getElementById(addressedId())?.scrollIntoView();
    root.dataset['ready'] = 'true';
  });
}
