import type { Measured } from '../../../client/shapes/measured.ts';
import { contentBlocks } from '../furniture.ts';
import { filledPlaceholder } from '../placeholders.ts';
import { reportEffects } from '../report-effects.ts';
import { shapesOf } from '../shapes/all.ts';
import type { ShapesPart } from '../slide-part.ts';
import { backgroundXml, shapeTree } from '../slide-tree.ts';
import { stepTargets } from '../step-marks.ts';
import { timingXml } from '../timing.ts';
import { transitionXml } from '../transition.ts';
import { NAMESPACES, xml, type Element } from '../xml.ts';
import { titlePlace } from './match-layout.ts';
import { movedSlide } from './move-blocks.ts';
import { croppedTo } from './placed-shapes.ts';
import { headingOf, SLIDE_TYPE, type TemplateSlide } from './template-slide.ts';

/** An image of so much of a slide is its background. */
const WHOLE = 0.85;

/** Tells whether a slide has a background of its own: nothing of a template would suit it. */
export function hasOwnGround({ slide, measure }: ShapesPart): boolean {
  if (slide?.settings.background !== undefined) return true;
  const hasPicture = (block: Measured): boolean =>
    (block.kind === 'picture' && covers({ measure }, block)) || (block.kind === 'box' && block.blocks.some(hasPicture));
  return measure.blocks.some(hasPicture);
}

function covers({ measure }: Pick<ShapesPart, 'measure'>, { box }: Measured): boolean {
  return box.width * box.height > measure.width * measure.height * WHOLE;
}

/** Slides of other proportions have no stripes beside an image. */
function filling({ measure }: ShapesPart, block: Measured): Measured {
  const box = { x: 0, y: 0, width: measure.width, height: measure.height };
  if (block.kind === 'picture') return croppedTo(block, box);
  return block.kind === 'box' && block.blocks.length === 0 ? { ...block, box } : block;
}

/** Adds a slide as it is in the deck, with its own background; its title is that of the layout. */
export async function addWholeSlide(given: ShapesPart, { layout, template }: TemplateSlide): Promise<void> {
  const part: ShapesPart = { ...given, measure: movedSlide(given.measure, template), palette: new Map() };
  part.package.relate(part.path, 'slideLayout', layout.path);
  const covering = contentBlocks(given.measure.blocks).map((block) => covers(given, block));
  const blocks = contentBlocks(part.measure.blocks);
  const title = titlePlace(layout);
  const heading = title && headingOf(part, blocks);
  const shapes: Element[] = [];
  for (const [index, block] of blocks.entries()) {
    if (title && heading && block === heading) {
      const place = {
        type: title.type === 'ctrTitle' ? ('ctrTitle' as const) : ('title' as const),
        index: undefined,
        name: 'Title',
        box: title.box,
        insets: [0, 0, 0, 0] as const,
        levels: [],
        paint: undefined,
      };
      shapes.push(filledPlaceholder(part, place, heading, { alone: false }));
    } else shapes.push(...(await shapesOf(part, [covering[index] === true ? filling(part, block) : block])));
  }
  reportEffects(part);
  const root = xml(
    'p:sld',
    { ...NAMESPACES, showMasterSp: 0 },
    xml('p:cSld', {}, backgroundXml(part), shapeTree(shapes)),
    xml('p:clrMapOvr', {}, xml('a:masterClrMapping')),
    transitionXml(part),
    timingXml(stepTargets(shapes), part.media),
  );
  part.package.add(part.path, root, SLIDE_TYPE);
}
