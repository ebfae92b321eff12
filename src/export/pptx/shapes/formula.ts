import type { MeasuredFormula } from '../../../client/shapes/measured.ts';
import { MEDIA_TYPES } from '../../../model/media-types.ts';
import { alternatives, formulaOf, formulaXml } from '../math/formula-xml.ts';
import { mathWords } from '../math/math-text.ts';
import { report, shapeProperties, type ShapesPart } from '../slide-part.ts';
import { transform } from '../units.ts';
import { xml, type Element } from '../xml.ts';
import { pictureShape } from './picture-shape.ts';

/** KaTeX sets formulas larger than text; Cambria Math is larger by itself. */
const SIZE = 1.15;

/** Makes a shape of a formula: PowerPoint can edit it, other programs show an image of it. */
export function formulaShapes(part: ShapesPart, block: MeasuredFormula): readonly Element[] {
  const { node, box, size, colour, step } = block;
  const formula = formulaOf(part, node);
  const alt = formula ? mathWords(formula) : block.alt;
  const png = node === undefined ? undefined : part.measured.pictures.get(node);
  const path = png && part.package.addMedia(png, 'png', MEDIA_TYPES.png);
  const picture = path === undefined ? [] : [pictureShape(part, { block, path, name: 'Formula', step, alt })];
  if (!formula) {
    report(part, 'The formula becomes an image in the presentation', node);
    return picture;
  }
  const text = xml(
    'p:sp',
    {},
    xml(
      'p:nvSpPr',
      {},
      shapeProperties(part, { name: 'Formula', step, alt }),
      xml('p:cNvSpPr', { txBox: 1 }),
      xml('p:nvPr'),
    ),
    xml('p:spPr', {}, transform(part.scale, box), xml('a:prstGeom', { prst: 'rect' }, xml('a:avLst')), xml('a:noFill')),
    xml(
      'p:txBody',
      {},
      xml('a:bodyPr', { wrap: 'none', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: 'ctr' }, xml('a:noAutofit')),
      xml('a:lstStyle'),
      xml(
        'a:p',
        {},
        xml('a:pPr', { marL: 0, indent: 0, algn: 'ctr' }, xml('a:buNone')),
        formulaXml(part, formula, { size: size * SIZE, colour, align: 'center' }),
      ),
    ),
  );
  // Readers show one of them: both are the same shape.
  shareIdentity(text, picture);
  return [alternatives([text], picture)];
}

function shareIdentity(shape: Element, pictures: readonly Element[]): void {
  const identity = identityOf(shape);
  for (const picture of pictures) {
    const other = identityOf(picture);
    if (identity && other) other.attributes = { ...identity.attributes };
  }
}

function identityOf(element: Element): Element | undefined {
  if (element.name === 'p:cNvPr') return element;
  for (const child of element.children) {
    const found = child.type === 'element' ? identityOf(child) : undefined;
    if (found) return found;
  }
  return undefined;
}
