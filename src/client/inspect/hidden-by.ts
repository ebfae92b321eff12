/**
 * Tells what lies over a text and hides it, by its name; empty where the text is seen.
 *
 * @param met - what paints where the text is.
 */
export function hiddenBy(element: Element, boxes: readonly DOMRect[], met: readonly Element[]): string {
  if (met.length === 0) return '';
  const points = boxes.flatMap((box) =>
    [0.15, 0.5, 0.85].map((share) => [box.left + box.width * share, box.top + box.height / 2]),
  );
  // Only what is in the window can be asked for.
  const scrolled = scrollY;
  scrollTo(0, scrolled + (points[0]?.[1] ?? 0) - innerHeight / 2);
  const shift = scrolled - scrollY;
  const over = points.flatMap(([x = 0, y = 0]) => {
    const top = document.elementFromPoint(x, y + shift);
    const own = !top || element.contains(top) || top.contains(element);
    return own || !met.some((other) => other.contains(top)) ? [] : [top];
  });
  scrollTo(0, scrolled);
  const [hider] = over;
  if (!hider || over.length < points.length * 0.3) return '';
  if (hider.closest('video, .media-card')) return 'a video';
  return hider.closest('img, figure, .slide-image') ? 'an image' : 'another element';
}
