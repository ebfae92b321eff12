/**
 * Returns the boxes in which the letters of a text are visible; of a line that ends in an ellipsis, of those before it.
 */
export function textBoxes(text: Node, element: Element): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(text);
  const line = element.closest('.slide-footer-text')?.getBoundingClientRect();
  return [...range.getClientRects()]
    .map(({ x, y, width, height }) => {
      const start = Math.max(x, line?.left ?? x);
      const end = Math.min(x + width, line?.right ?? x + width);
      return new DOMRect(start, y, Math.max(0, end - start), height);
    })
    .filter((box) => box.width > 1 && box.height > 1);
}
