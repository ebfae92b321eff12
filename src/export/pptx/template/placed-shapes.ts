import type { Box, MeasuredPicture } from '../../../client/shapes/measured.ts';
import { xml, type Element } from '../xml.ts';
import type { TemplatePlace } from './template.ts';

/** Kinds of placeholders that hold what is not text, and what each holds; others hold all of it. */
const HOLDS: ReadonlyMap<string, RegExp> = new Map([
  ['obj', /^p:(?:pic|graphicFrame)$/],
  ['pic', /^p:pic$/],
  ['tbl', /^p:graphicFrame$/],
  ['chart', /^p:graphicFrame$/],
]);

/** Lets an image, a table or a chart fill a placeholder, so that it follows when the layout is changed. */
export function takePlace(shape: Element, place: TemplatePlace): Element {
  if (place.idx === undefined || !HOLDS.get(place.type)?.test(shape.name)) return shape;
  const filled = xml('p:ph', { type: place.type === 'obj' ? undefined : place.type, idx: place.idx });
  return withFirst(shape, filled);
}

/** Puts a child into the `p:nvPr` of a shape. */
function withFirst(element: Element, child: Element): Element {
  const children = element.children.map((one) => {
    if (one.type !== 'element') return one;
    if (one.name === 'p:nvPr') return { ...one, children: [child, ...one.children] };
    return one.name.startsWith('p:nv') ? withFirst(one, child) : one;
  });
  return { ...element, children };
}

/** Returns an image that fills a box: what does not fit is cropped on both sides. */
export function croppedTo(picture: MeasuredPicture, box: Box): MeasuredPicture {
  const { shown } = picture;
  const [is, wanted] = [picture.box.width / picture.box.height, box.width / box.height];
  const [across, down] = is > wanted ? [wanted / is, 1] : [1, is / wanted];
  const width = shown.width * across;
  const height = shown.height * down;
  return {
    ...picture,
    box,
    radius: 0,
    shown: { x: shown.x + (shown.width - width) / 2, y: shown.y + (shown.height - height) / 2, width, height },
  };
}
