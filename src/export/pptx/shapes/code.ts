import type { MeasuredCode } from '../../../client/shapes/measured.ts';
import type { ShapesPart } from '../slide-part.ts';
import type { Element } from '../xml.ts';

export function codeShapes(_part: ShapesPart, _block: MeasuredCode): readonly Element[] | Promise<readonly Element[]> {
  return [];
}
