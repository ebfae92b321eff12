import type { Box } from '../../../client/shapes/measured.ts';
import { shapeProperties, type ShapeName, type ShapesPart } from '../slide-part.ts';
import { transform } from '../units.ts';
import { xml, type Element } from '../xml.ts';

/** Groups shapes; one alone stays as it is. */
export function groupOf(
  part: ShapesPart,
  shapes: readonly Element[],
  { box, ...name }: ShapeName & { box: Box },
): Element[] {
  if (shapes.length < 2) return [...shapes];
  const { emu } = part.scale;
  return [
    xml(
      'p:grpSp',
      {},
      xml('p:nvGrpSpPr', {}, shapeProperties(part, name), xml('p:cNvGrpSpPr'), xml('p:nvPr')),
      xml(
        'p:grpSpPr',
        {},
        xml(
          'a:xfrm',
          {},
          transform(part.scale, box).children as Element[],
          xml('a:chOff', { x: emu(box.x), y: emu(box.y) }),
          xml('a:chExt', { cx: emu(box.width), cy: emu(box.height) }),
        ),
      ),
      shapes,
    ),
  ];
}
