import type { Painter } from './painters.ts';

/** Returns elements that paint where a text is, above or below it, and do not contain it. */
export function metPainters(all: readonly Painter[], text: Element, boxes: readonly DOMRect[]): Element[] {
  return all
    .filter(
      ({ element, box }) =>
        !element.contains(text) &&
        !text.contains(element) &&
        boxes.some(
          (own) => own.right > box.left && own.left < box.right && own.bottom > box.top && own.top < box.bottom,
        ),
    )
    .map(({ element }) => element);
}
