import type { Colour, Colours } from './colours.ts';

/** The background of a text: one colour, or several where the theme paints a shape there. */
export type Grounds = (element: Element, boxes: DOMRect[]) => Colour[];

/** Finds what lies behind the texts of a slide: boxes around them, then the slide and the shapes that its theme paints. */
export function slideBackgrounds(slide: HTMLElement, { read, over }: Colours): Grounds {
  interface Shape {
    box: DOMRect;
    round: boolean;
    colour: Colour;
  }
  const frame = slide.getBoundingClientRect();
  const zoom = frame.width / slide.offsetWidth;
  const edge = getComputedStyle(slide);
  const px = (style: CSSStyleDeclaration, name: string): number => Number.parseFloat(style.getPropertyValue(name)) || 0;
  const shapes = ['::before', '::after'].flatMap((pseudo): Shape[] => {
    const style = getComputedStyle(slide, pseudo);
    const colour = read(style.backgroundColor);
    const painted = style.content !== 'none' && style.position === 'absolute' && style.display !== 'none';
    if (!painted || colour[3] === 0) return [];
    const left = frame.x + (px(style, 'left') + px(edge, 'border-left-width')) * zoom;
    const top = frame.y + (px(style, 'top') + px(edge, 'border-top-width')) * zoom;
    const box = new DOMRect(left, top, px(style, 'width') * zoom, px(style, 'height') * zoom);
    return [{ box, round: style.borderTopLeftRadius.startsWith('50%'), colour }];
  });
  const meets = (text: DOMRect, { box, round }: Shape): boolean => {
    const apart = text.right <= box.left || text.left >= box.right || text.bottom <= box.top || text.top >= box.bottom;
    if (apart || !round) return !apart;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const across = Math.max(text.left - x, 0, x - text.right) / (box.width / 2);
    const down = Math.max(text.top - y, 0, y - text.bottom) / (box.height / 2);
    return across * across + down * down < 1;
  };
  const paper = over(read(edge.backgroundColor), [255, 255, 255, 1]);

  return (element, boxes) => {
    const layers: Colour[] = [];
    const above = (bottom: Colour): Colour => layers.reduceRight((below, layer) => over(layer, below), bottom);
    for (let at: Element | null = element; at && at !== slide; at = at.parentElement) {
      const colour = read(getComputedStyle(at).backgroundColor);
      if (colour[3] === 1) return [above(colour)];
      if (colour[3] > 0) layers.push(colour);
    }
    const under = shapes.filter((shape) => boxes.some((box) => meets(box, shape)));
    return [paper, ...under.map((shape) => over(shape.colour, paper))].map(above);
  };
}
