import type { Box, MeasuredBox } from './measured.ts';
import { boxOn, nodeOf, round, stepOf, zoomOf, type Page } from './page.ts';
import { roleOf, rotationOf, scaleOf } from './styles.ts';

/** Returns what all blocks have. */
export function common(
  page: Page,
  element: Element,
  style: CSSStyleDeclaration,
): Omit<MeasuredBox, 'kind' | 'paint' | 'blocks'> {
  const rotation = page.turned + rotationOf(style);
  return {
    node: nodeOf(element),
    box: uprightBox(page, element, rotation),
    step: stepOf(element, page),
    opacity: Number(style.opacity),
    rotation,
    role: roleOf(element),
  };
}

/** Returns the area of an element before it is turned around its middle. */
function uprightBox(page: Page, element: Element, rotation: number): Box {
  const box = boxOn(page, element.getBoundingClientRect());
  if (rotation % 180 === 0 || !(element instanceof HTMLElement)) return box;
  const zoom = zoomOf(page, element);
  const [across, down] = scaleOf(getComputedStyle(element));
  return resized(box, element.offsetWidth * zoom * across, element.offsetHeight * zoom * down);
}

/** Returns a box with the same middle. */
export function resized(box: Box, width: number, height: number): Box {
  const [x, y] = [box.x + (box.width - width) / 2, box.y + (box.height - height) / 2];
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

/** Returns the padding at the top, right, bottom and left, in px of the slide. */
export function paddingOf(page: Page, element: Element, style: CSSStyleDeclaration): [number, number, number, number] {
  const zoom = zoomOf(page, element);
  const side = (name: string): number => (Number.parseFloat(style.getPropertyValue(name)) || 0) * zoom;
  return [side('padding-top'), side('padding-right'), side('padding-bottom'), side('padding-left')];
}
