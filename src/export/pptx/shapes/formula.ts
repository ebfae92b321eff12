import type { MeasuredFormula } from '../../../client/shapes/measured.ts';
import type { ShapesPart } from '../slide-part.ts';
import type { Element } from '../xml.ts';

export function formulaShapes(
  _part: ShapesPart,
  _block: MeasuredFormula,
): readonly Element[] | Promise<readonly Element[]> {
  return [];
}
