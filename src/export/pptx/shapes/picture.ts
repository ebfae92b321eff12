import type { MeasuredPicture } from '../../../client/shapes/measured.ts';
import type { ShapesPart } from '../slide-part.ts';
import type { Element } from '../xml.ts';

export function pictureShapes(
  _part: ShapesPart,
  _block: MeasuredPicture,
): readonly Element[] | Promise<readonly Element[]> {
  return [];
}
