/** A problem with the place of a text. */
export type TextFault = 'outside' | 'clipped' | 'covered';

/** Finds texts that reach out of their slide, are cut off by a box, or meet the running footer. */
export function textFaults(
  slide: HTMLElement,
): (element: Element, boxes: DOMRect[], size: number) => TextFault | undefined {
  const frame = slide.getBoundingClientRect();
  const footer = slide.querySelector(':scope > .slide-footer');
  const footing = footer ? [...footer.children].map((part) => part.getBoundingClientRect()) : [];

  return (element, boxes, size) => {
    if (footer?.contains(element)) return undefined;
    // The box of a line is taller than its letters.
    const air = size * 0.3;
    const beyond = (box: DOMRect): boolean =>
      boxes.some(
        (own) =>
          own.left < box.left - 1 ||
          own.right > box.right + 1 ||
          own.top + air < box.top ||
          own.bottom - air > box.bottom,
      );
    if (beyond(frame)) return 'outside';
    for (let at: Element | null = element; at && at !== slide; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      if ((overflowX !== 'visible' || overflowY !== 'visible') && beyond(at.getBoundingClientRect())) return 'clipped';
    }
    const covered = footing.some((box) =>
      boxes.some(
        (own) =>
          own.left < box.right &&
          own.right > box.left &&
          own.top + air < box.bottom - 2 &&
          own.bottom - air > box.top + 2,
      ),
    );
    return covered ? 'covered' : undefined;
  };
}
