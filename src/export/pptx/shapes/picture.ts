import type { MeasuredPicture } from '../../../client/shapes/measured.ts';
import { report, type ShapesPart } from '../slide-part.ts';
import type { Element } from '../xml.ts';
import { packageImage } from './image-files.ts';
import { pictureShape } from './picture-shape.ts';

/** Makes the shape of an image, cropped as it is shown. */
export async function pictureShapes(part: ShapesPart, block: MeasuredPicture): Promise<Element[]> {
  const { node, address, alt, decorative, radius, shown, step } = block;
  const picture = node === undefined ? undefined : part.measured.pictures.get(node);
  const image = await packageImage(part, address, picture);
  if (!image) {
    report(part, 'The image is not in the presentation: its file cannot be read', node);
    return [];
  }
  return [pictureShape(part, { ...image, block, name: 'Picture', step, alt, decorative, radius, shown })];
}
