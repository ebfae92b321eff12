import type { Size } from '../model/deck.ts';
import type { Box } from './annotation-shapes.ts';
import type { Zoom } from './talk.ts';

/** How close a slide can be looked at. */
const CLOSEST = 8;

/** Returns the zoom that shows nothing beside the slide; `undefined` for the whole slide. */
export function zoomWithin({ x, y, scale: wanted }: Zoom, { width, height }: Size): Zoom | undefined {
  const scale = Math.min(CLOSEST, wanted);
  if (scale < 1.05) return undefined;
  const within = (value: number, whole: number): number =>
    Math.round(Math.min(whole - whole / scale / 2, Math.max(whole / scale / 2, value)));
  return { x: within(x, width), y: within(y, height), scale: Math.round(scale * 1000) / 1000 };
}

/** Returns the zoom that comes nearer by a factor, or goes away, while a point stays where it is. */
export function zoomedBy(zoom: Zoom, factor: number, [x, y]: readonly [number, number]): Zoom {
  const scale = Math.min(CLOSEST, zoom.scale * factor);
  const keep = zoom.scale / scale;
  return { x: x + (zoom.x - x) * keep, y: y + (zoom.y - y) * keep, scale };
}

/** Returns the part of a slide that a zoom shows. */
export function zoomBox({ x, y, scale }: Zoom, { width, height }: Size): Box {
  return { x: x - width / scale / 2, y: y - height / scale / 2, width: width / scale, height: height / scale };
}

type Zoomed = HTMLElement | SVGElement;

/** Returns what shows a part of a slide as large as the whole, on its element and on what lies over it. */
export function slideZoom({
  width,
  height,
}: Size): (elements: readonly (Zoomed | null)[], zoom: Zoom | undefined) => void {
  let shown: readonly (Zoomed | null)[] = [];
  const apply = (element: Zoomed, zoom: Zoom | undefined): void => {
    const scale = zoom ? String(zoom.scale) : '';
    const translate = zoom ? `${(width / 2 - zoom.x) * zoom.scale}px ${(height / 2 - zoom.y) * zoom.scale}px` : '';
    const { zoom: before = '' } = element.dataset;
    if (before === scale + translate) return;
    const { scale: fromScale, translate: from } = getComputedStyle(element);
    element.dataset['zoom'] = scale + translate;
    Object.assign(element.style, { scale, translate });
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const way = { scale: [fromScale, scale || 'none'], translate: [from, translate || 'none'] };
    element.animate(way, { duration: 160, easing: 'ease-out' });
  };
  return (elements, zoom) => {
    for (const left of shown) if (left && !elements.includes(left)) apply(left, undefined);
    shown = elements;
    for (const element of elements) if (element) apply(element, zoom);
  };
}
