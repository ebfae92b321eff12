import type { MeasuredDrawing } from '../../../client/shapes/measured.ts';
import { MEDIA_TYPES } from '../../../model/media-types.ts';
import { report, type ShapesPart } from '../slide-part.ts';
import type { Element } from '../xml.ts';
import { chartShapes } from './chart.ts';
import { pictureShape } from './picture-shape.ts';

/** Makes an image of a diagram or an icon: as SVG, which stays sharp, and as PNG for programs that do not show SVG. */
export function drawingShapes(
  part: ShapesPart,
  block: MeasuredDrawing,
): readonly Element[] | Promise<readonly Element[]> {
  const { node, svg, alt, decorative, step } = block;
  const plan = node === undefined ? undefined : part.measured.charts.get(node);
  if (plan && block.chart) return chartShapes(part, block, { plan, look: block.chart });
  const png = node === undefined ? undefined : part.measured.pictures.get(node);
  if (!png) return [];
  const path = part.package.addMedia(png, 'png', MEDIA_TYPES.png);
  const drawn =
    svg === undefined ? undefined : part.package.addMedia(new TextEncoder().encode(svg), 'svg', MEDIA_TYPES.svg);
  if (!decorative) report(part, 'The drawing becomes an image in the presentation: its parts cannot be edited', node);
  return [pictureShape(part, { block, path, svg: drawn, name: 'Drawing', step, alt, decorative })];
}
