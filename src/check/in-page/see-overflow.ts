import type { SlideView } from './slide-view.ts';

/** What does not fit on a slide at its full size. */
export interface Overflow {
  /** `line:column` of the first element that reaches out. */
  at: string;
  /** px that are missing, down and across. */
  tall: number;
  wide: number;
}

/** Looks at a slide that was scaled down as it would be without that. */
export function seeOverflow({ slide, placeOf }: SlideView): Overflow | undefined {
  const FIT = '--deck-fit';
  const fit = slide.style.getPropertyValue(FIT);
  const body = slide.querySelector<HTMLElement>(':scope > .slide-body');
  if (!fit || !body) return undefined;
  slide.style.removeProperty(FIT);
  const [worst] = [body, ...body.querySelectorAll<HTMLElement>('.column, .slot, .cell, .layer-content')]
    .map((box) => ({ box, tall: box.scrollHeight - box.clientHeight, wide: box.scrollWidth - box.clientWidth }))
    .toSorted((one, other) => Math.max(other.tall, other.wide) - Math.max(one.tall, one.wide));
  let at = '';
  if (worst) {
    const { left, top } = worst.box.getBoundingClientRect();
    const [right, bottom] = [left + worst.box.clientWidth, top + worst.box.clientHeight];
    const reachesOut = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      return box.bottom > bottom + 2 || box.right > right + 2;
    };
    // The innermost of the first that reach out.
    let out: Element | undefined = worst.box;
    for (let next: Element | undefined = out; next;) {
      out = next;
      next = [...next.querySelectorAll('[data-place]')].find(reachesOut);
    }
    at = placeOf(out);
  }
  slide.style.setProperty(FIT, fit);
  return { at, tall: worst?.tall ?? 0, wide: worst?.wide ?? 0 };
}
