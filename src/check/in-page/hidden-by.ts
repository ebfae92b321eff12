/** Tells what lies over a text and hides it, by its name; empty where the text is seen. */
export function hiddenBy(slide: HTMLElement, element: Element, boxes: readonly DOMRect[]): string {
  const SOLID = 'img, video, iframe, canvas, .media-card, figure.drawing, .slide-image';
  // Only what is painted can hide something; without any of it there is nothing to look for.
  const near = [...slide.querySelectorAll<HTMLElement>('img, video, iframe, canvas, figure.drawing, [style]')].filter(
    (other) => {
      if (other.contains(element) || element.contains(other)) return false;
      const box = other.getBoundingClientRect();
      return boxes.some(
        (own) => own.right > box.left && own.left < box.right && own.bottom > box.top && own.top < box.bottom,
      );
    },
  );
  if (near.length === 0) return '';
  let hidden: Element | undefined;
  const points = boxes.flatMap((box) =>
    [0.15, 0.5, 0.85].map((share) => [box.left + box.width * share, box.top + box.height / 2]),
  );
  const [, firstY = 0] = points[0] ?? [];
  const scrolled = scrollY;
  scrollTo(0, scrolled + firstY - innerHeight / 2);
  const moved = element.getBoundingClientRect();
  const before = boxes[0]?.top ?? 0;
  const range = document.createRange();
  range.selectNodeContents(element);
  const shift = (range.getClientRects()[0]?.top ?? moved.top) - before;
  let seen = 0;
  for (const [x = 0, y = 0] of points) {
    const top = document.elementFromPoint(x, y + shift);
    if (!top || top === element || element.contains(top) || top.contains(element)) seen += 1;
    else if (near.some((other) => other.contains(top)) && (top.closest(SOLID) || paints(top))) hidden ??= top;
    else seen += 1;
  }
  scrollTo(0, scrolled);
  function paints(top: Element): boolean {
    const { backgroundColor, backgroundImage } = getComputedStyle(top);
    return backgroundImage !== 'none' || !/, 0\)$|^transparent$/.test(backgroundColor);
  }
  if (!hidden || seen > points.length * 0.7) return '';
  if (hidden.closest('video, .media-card')) return 'a film';
  return hidden.closest('img, figure, .slide-image') ? 'a picture' : 'another element';
}
