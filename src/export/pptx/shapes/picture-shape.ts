import type { Box, Measured } from '../../../client/shapes/measured.ts';
import { geometryXml } from '../paint.ts';
import { shapeProperties, type ShapeName, type ShapesPart } from '../slide-part.ts';
import { transform } from '../units.ts';
import { xml, type Element } from '../xml.ts';

/** Place and looks of an image. */
export interface PictureShape extends ShapeName {
  block: Pick<Measured, 'box' | 'rotation' | 'opacity'>;
  /** Path of its PNG, JPEG or GIF in the package. */
  path: string;
  /** Path of an SVG that programs show instead, where they can. */
  svg?: string | undefined;
  /** The part of it that is shown, as shares. */
  shown?: Box;
  radius?: number;
  /** The video or sound that it is the poster of. */
  media?: { link: Element; extension: Element; click: Element };
}

const SVG = 'http://schemas.microsoft.com/office/drawing/2016/SVG/main';

/** Makes the shape of an image in the package. */
export function pictureShape(part: ShapesPart, picture: PictureShape): Element {
  const { block, path, svg, shown, radius = 0, media } = picture;
  const embed = part.package.relate(part.path, 'image', path);
  const alpha = block.opacity < 1 ? xml('a:alphaModFix', { amt: Math.round(block.opacity * 100_000) }) : undefined;
  const drawn =
    svg === undefined
      ? undefined
      : xml(
          'a:extLst',
          {},
          xml(
            'a:ext',
            { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' },
            xml('asvg:svgBlip', { 'xmlns:asvg': SVG, 'r:embed': part.package.relate(part.path, 'image', svg) }),
          ),
        );
  const properties = shapeProperties(part, picture);
  if (media) properties.children.unshift(media.click);
  return xml(
    'p:pic',
    {},
    xml(
      'p:nvPicPr',
      {},
      properties,
      xml('p:cNvPicPr', {}, xml('a:picLocks', { noChangeAspect: 1 })),
      xml('p:nvPr', {}, media?.link, media && xml('p:extLst', {}, media.extension)),
    ),
    xml(
      'p:blipFill',
      {},
      xml('a:blip', { 'r:embed': embed }, alpha, drawn),
      cropXml(shown),
      xml('a:stretch', {}, xml('a:fillRect')),
    ),
    xml(
      'p:spPr',
      {},
      transform(part.scale, block.box, { rotation: block.rotation }),
      geometryXml(part.scale, block.box, { radius }),
    ),
  );
}

function cropXml(shown: Box | undefined): Element | undefined {
  if (!shown) return undefined;
  const { x, y, width, height } = shown;
  const sides = { l: x, t: y, r: 1 - x - width, b: 1 - y - height };
  const cut = Object.entries(sides).map(([side, share]) => [side, Math.round(share * 100_000)] as const);
  return cut.every(([, share]) => share === 0)
    ? undefined
    : xml('a:srcRect', Object.fromEntries(cut.filter(([, share]) => share !== 0)));
}
