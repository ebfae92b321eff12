import type { Measured } from '../../../client/shapes/measured.ts';
import type { ShapesPart } from '../slide-part.ts';
import type { Element } from '../xml.ts';
import { boxShapes } from './box.ts';
import { codeShapes } from './code.ts';
import { drawingShapes } from './drawing.ts';
import { formulaShapes } from './formula.ts';
import { joinPainted } from './join-painted.ts';
import { mediaShapes } from './media.ts';
import { pictureShapes } from './picture.ts';
import { tableShapes } from './table.ts';
import { textShapes } from './text-box.ts';

/** Makes shapes of what was measured, in the same order: each kind has a file of its own. */
export async function shapesOf(part: ShapesPart, blocks: readonly Measured[]): Promise<Element[]> {
  const shapes: Element[] = [];
  // One after the other, so that numbers follow the order of reading.
  for (const block of joinPainted(blocks)) shapes.push(...(await shapesOfBlock(part, block)));
  return shapes;
}

async function shapesOfBlock(part: ShapesPart, block: Measured): Promise<readonly Element[]> {
  switch (block.kind) {
    case 'box':
      return boxShapes(part, block, (inner) => shapesOf(part, inner));
    case 'text':
      return textShapes(part, block);
    case 'code':
      return codeShapes(part, block);
    case 'table':
      return tableShapes(part, block, (inner) => shapesOf(part, inner));
    case 'picture':
      return pictureShapes(part, block);
    case 'drawing':
      return drawingShapes(part, block);
    case 'formula':
      return formulaShapes(part, block);
    case 'media':
      return mediaShapes(part, block);
    default:
      return [];
  }
}
