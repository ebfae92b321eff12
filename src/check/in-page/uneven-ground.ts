/** Tells whether a text stands on something that is not of one colour: a picture, a film, a gradient. */
export function unevenGround(slide: HTMLElement): (element: Element, boxes: readonly DOMRect[]) => boolean {
  const pictured = (element: Element, pseudo?: string): boolean => {
    const { backgroundImage, content, display } = getComputedStyle(element, pseudo);
    if (pseudo && (content === 'none' || display === 'none')) return false;
    return backgroundImage !== 'none';
  };
  const ground = [undefined, '::before', '::after'].some((pseudo) => pictured(slide, pseudo));
  const shapes = [...slide.querySelectorAll('img, video, iframe, [style*="background"], figure.drawing')].map(
    (shape) => ({
      shape,
      box: shape.getBoundingClientRect(),
    }),
  );
  return (element, boxes) => {
    for (let at: Element | null = element; at && at !== slide; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.backgroundImage !== 'none') return true;
      if (!/, 0\)$|^transparent$/.test(style.backgroundColor) && !style.backgroundColor.includes('/')) {
        if (!/^rgba|^color\(/.test(style.backgroundColor)) return false;
      }
    }
    const behind = shapes.some(
      ({ shape, box }) =>
        !element.contains(shape) &&
        !shape.contains(element) &&
        boxes.some(
          (own) => own.right > box.left && own.left < box.right && own.bottom > box.top && own.top < box.bottom,
        ),
    );
    return ground || behind;
  };
}
