/**
 * Finds for each text another one whose letters it meets; `undefined` where there is none. Texts of the same block are
 * left alone: their lines are as close as the author wants them.
 */
export function overlaps(texts: readonly { element: Element; boxes: readonly DOMRect[] }[]): (number | undefined)[] {
  const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, pre, td, th, dt, dd, figcaption, blockquote, .slide-footer';
  const blocks = texts.map(({ element }) => element.closest(BLOCKS) ?? element);
  // The box of a line is taller than its letters.
  const inner = texts.map(({ boxes }) =>
    boxes.map(({ left, right, top, bottom, height }) => ({
      left,
      right,
      top: top + height * 0.3,
      bottom: bottom - height * 0.3,
    })),
  );
  const met = (one: number, other: number): boolean =>
    (inner[one] ?? []).some((box) =>
      (inner[other] ?? []).some(
        (its) =>
          Math.min(box.right, its.right) - Math.max(box.left, its.left) > 4 &&
          Math.min(box.bottom, its.bottom) - Math.max(box.top, its.top) > 2,
      ),
    );
  return texts.map((_, index) => {
    const other = texts.findIndex((__, at) => at < index && blocks[at] !== blocks[index] && met(index, at));
    return other === -1 ? undefined : other;
  });
}
