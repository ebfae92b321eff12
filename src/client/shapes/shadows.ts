import { layersOf } from './css-layers.ts';
import type { Paint, Shadow } from './measured-paint.ts';
import { round, seenColour, type Page } from './page.ts';

interface Layer extends Shadow {
  /** px that it is larger than the box at each side. */
  spread: number;
}

/** Returns the shadow that a box throws. */
export function shadowOf(page: Page, style: CSSStyleDeclaration, zoom: number): Shadow | undefined {
  const first = shadowsOf(page, style, zoom).find(({ x, y, blur }) => x !== 0 || y !== 0 || blur > 0);
  return first && { colour: first.colour, x: first.x, y: first.y, blur: first.blur };
}

/** Returns a line around a box that is written as a shadow. */
export function ringOf(page: Page, style: CSSStyleDeclaration, zoom: number): Paint['ring'] {
  const ring = shadowsOf(page, style, zoom).find(
    ({ x, y, blur, spread }) => x === 0 && y === 0 && blur === 0 && spread > 0,
  );
  return ring && { line: { width: ring.spread, colour: ring.colour, style: 'solid' }, gap: 0 };
}

function shadowsOf(page: Page, { boxShadow }: CSSStyleDeclaration, zoom: number): Layer[] {
  if (boxShadow === 'none') return [];
  return layersOf(boxShadow).flatMap((layer): Layer[] => {
    // Computed styles have the colour first: “rgb(0, 0, 0) 0px 2px 4px 0px”.
    const at = layer.indexOf(' ', layer.lastIndexOf(')'));
    const colour = seenColour(page, layer.slice(0, at));
    const [x = 0, y = 0, blur = 0, spread = 0] = layer
      .slice(at + 1)
      .split(' ')
      .map((length) => round((Number.parseFloat(length) || 0) * zoom));
    return !colour || layer.endsWith('inset') ? [] : [{ colour, x, y, blur, spread }];
  });
}
