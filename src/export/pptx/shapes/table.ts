import type { MeasuredTable } from '../../../client/shapes/measured.ts';
import type { ShapesPart } from '../slide-part.ts';
import type { Element } from '../xml.ts';

export function tableShapes(
  _part: ShapesPart,
  _block: MeasuredTable,
): readonly Element[] | Promise<readonly Element[]> {
  return [];
}
