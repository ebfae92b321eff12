/** Returns the box of an element in px of the page. */
export function pageBox(element: Element): DOMRect {
  const box = element.getBoundingClientRect();
  // WebKit measures in px of the element, however much it is enlarged by `zoom`.
  if (Object.hasOwn(Element.prototype, 'currentCSSZoom')) return box;
  let zoom = 1;
  for (let around: Element | null = element; around; around = around.parentElement)
    zoom *= Number(getComputedStyle(around).zoom) || 1;
  return new DOMRect(box.x * zoom, box.y * zoom, box.width * zoom, box.height * zoom);
}
