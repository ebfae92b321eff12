import type { Area, SlideView } from './slide-view.ts';

/** Looks at a slide that was scaled down: where is the first thing that would not fit without that? */
export function collectOverflow({ slide, areaOf }: SlideView): Area | undefined {
  const FIT = '--deck-fit';
  const fit = slide.style.getPropertyValue(FIT);
  const body = slide.querySelector<HTMLElement>(':scope > .slide-body');
  if (!fit || !body) return undefined;
  slide.style.removeProperty(FIT);
  const [worst] = [body, ...body.querySelectorAll<HTMLElement>('.column, .slot, .cell, .layer-content')]
    .map((box) => ({ box, by: Math.max(box.scrollHeight - box.clientHeight, box.scrollWidth - box.clientWidth) }))
    .toSorted((one, other) => other.by - one.by);
  let out: Element | undefined;
  if (worst) {
    const { left, top } = worst.box.getBoundingClientRect();
    const [right, bottom] = [left + worst.box.clientWidth, top + worst.box.clientHeight];
    const reachesOut = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      return box.bottom > bottom + 2 || box.right > right + 2;
    };
    // The innermost of the first that reach out.
    for (let next: Element | undefined = worst.box; next;) {
      out = next;
      next = [...next.querySelectorAll('[data-place]')].find(reachesOut);
    }
  }
  slide.style.setProperty(FIT, fit);
  return out && areaOf([out.getBoundingClientRect()]);
}
