/** Returns the area of a formula's letters, without the number at its side. */
export function formulaArea(element: Element): DOMRect {
  const bases = [...element.querySelectorAll('.katex-html > .base, .katex-html > .newline ~ .base')].map((base) =>
    base.getBoundingClientRect(),
  );
  const shown = bases.filter(({ width, height }) => width > 0 && height > 0);
  if (shown.length === 0) return element.getBoundingClientRect();
  const left = Math.min(...shown.map((area) => area.left));
  const top = Math.min(...shown.map((area) => area.top));
  const right = Math.max(...shown.map((area) => area.right));
  const bottom = Math.max(...shown.map((area) => area.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
