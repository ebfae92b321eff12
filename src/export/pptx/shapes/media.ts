import type { MeasuredMedia } from '../../../client/shapes/measured.ts';
import type { ShapesPart } from '../slide-part.ts';
import type { Element } from '../xml.ts';

export function mediaShapes(
  _part: ShapesPart,
  _block: MeasuredMedia,
): readonly Element[] | Promise<readonly Element[]> {
  return [];
}
