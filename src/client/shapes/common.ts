import type { MeasuredBox, Paint } from './measured.ts';
import { boxOn, nodeOf, stepOf, zoomOf, type Page } from './page.ts';
import { roleOf, rotationOf } from './styles.ts';

/** Returns what all blocks have. */
export function common(
  page: Page,
  element: Element,
  style: CSSStyleDeclaration,
): Omit<MeasuredBox, 'kind' | 'paint' | 'blocks'> {
  return {
    node: nodeOf(element),
    box: boxOn(page, element.getBoundingClientRect()),
    step: stepOf(element, page),
    opacity: Number(style.opacity),
    rotation: rotationOf(style),
    role: roleOf(element),
  };
}

export const UNPAINTED: Paint = {
  fills: [],
  borders: [undefined, undefined, undefined, undefined],
  radius: 0,
  polygon: undefined,
  shadow: false,
};

/** Top, right, bottom and left, in px of the slide. */
export function paddingOf(page: Page, element: Element, style: CSSStyleDeclaration): [number, number, number, number] {
  const zoom = zoomOf(page, element);
  const side = (name: string): number => (Number.parseFloat(style.getPropertyValue(name)) || 0) * zoom;
  return [side('padding-top'), side('padding-right'), side('padding-bottom'), side('padding-left')];
}
