import type { MeasuredDrawing } from '../../../client/shapes/measured.ts';
import type { ShapesPart } from '../slide-part.ts';
import type { Element } from '../xml.ts';

export function drawingShapes(
  _part: ShapesPart,
  _block: MeasuredDrawing,
): readonly Element[] | Promise<readonly Element[]> {
  return [];
}
