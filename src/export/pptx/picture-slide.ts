import type { Measured } from '../../client/shapes/measured.ts';
import { MEDIA_TYPES } from '../../model/media-types.ts';
import { pictureShape } from './shapes/picture-shape.ts';
import type { ShapesPart } from './slide-part.ts';
import { shapeTree } from './slide-tree.ts';
import { transitionXml } from './transition.ts';
import { NAMESPACES, xml } from './xml.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.slide+xml';

/** Adds a slide that is one image; its words are the image's alternative text. @param layout - path of its layout. */
export function addPictureSlide(part: ShapesPart, layout: string, png: Uint8Array): void {
  const { measure, package: file, path } = part;
  file.relate(path, 'slideLayout', layout);
  const box = { x: 0, y: 0, width: measure.width, height: measure.height };
  const shape = pictureShape(part, {
    block: { box, rotation: 0, opacity: 1 },
    path: file.addMedia(png, 'png', MEDIA_TYPES.png),
    name: 'Slide',
    alt: wordsOf(measure.blocks),
  });
  const root = xml(
    'p:sld',
    { ...NAMESPACES, showMasterSp: 0 },
    xml('p:cSld', {}, shapeTree([shape])),
    xml('p:clrMapOvr', {}, xml('a:masterClrMapping')),
    transitionXml(part),
  );
  file.add(path, root, TYPE);
}

function wordsOf(blocks: readonly Measured[]): string {
  return blocks
    .flatMap((block): string[] => {
      switch (block.kind) {
        case 'box':
          return [wordsOf(block.blocks)];
        case 'table':
          return block.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs.map(textOf)));
        case 'text':
        case 'code':
          return block.paragraphs.map(textOf);
        default:
          return [block.alt];
      }
    })
    .map((words) => words.trim())
    .filter(Boolean)
    .join(' ');
}

function textOf({ runs }: { runs: readonly { text: string }[] }): string {
  return runs.map(({ text }) => text).join('');
}
