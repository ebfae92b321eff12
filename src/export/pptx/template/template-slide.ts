import type { Box, Measured, MeasuredText } from '../../../client/shapes/measured.ts';
import { contentBlocks, footerParts } from '../furniture.ts';
import { textsIn } from '../placeholders.ts';
import { reportEffects } from '../report-effects.ts';
import { shapesOf } from '../shapes/all.ts';
import type { LayoutKey } from '../layout-names.ts';
import type { SlideLayout } from '../slide-layouts.ts';
import { slideNumber } from '../slide-number.ts';
import { shapeProperties, type ShapesPart } from '../slide-part.ts';
import { shapeTree } from '../slide-tree.ts';
import { stepTargets } from '../step-marks.ts';
import { timingXml } from '../timing.ts';
import { transitionXml } from '../transition.ts';
import { transform } from '../units.ts';
import { NAMESPACES, xml, type Element } from '../xml.ts';
import { contentPlaces, matchLayout, titlePlace } from './match-layout.ts';
import { movedBlocks, moveInto, type Move } from './move-blocks.ts';
import { croppedTo, takePlace } from './placed-shapes.ts';
import { placeText } from './place-text.ts';
import { regionsOf, type Region } from './regions.ts';
import type { FilledPlace, Template, TemplateLayout, TemplatePlace } from './template.ts';

export const SLIDE_TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.slide+xml';

/** A slide of the deck on a layout of a template. */
export interface TemplateSlide {
  template: Template;
  layout: TemplateLayout;
  /** The layout that it has without a template. */
  own: SlideLayout;
}

/** Adds the part of a slide. */
export async function addTemplateSlide(part: ShapesPart, slide: TemplateSlide): Promise<void> {
  const { layout, own, template } = slide;
  part.package.relate(part.path, 'slideLayout', layout.path);
  const blocks = contentOf(part, own);
  const title = titlePlace(layout);
  const heading = title && headingOf(part, blocks);
  const rest = blocks.filter((block) => block !== heading);
  const regions = regionsOf(rest, own, layout);
  const shapes: Element[] = [];
  if (title && heading) shapes.push(placeShape(part, { place: title, box: title.box }, heading));
  for (const region of regions) shapes.push(...(await regionShapes(part, region, slide)));
  if (regions.length === 0) shapes.push(...(await freeShapes(part, rest, template)));
  shapes.push(...footerShapes(part, layout));
  reportEffects(part);
  const root = xml(
    'p:sld',
    NAMESPACES,
    xml('p:cSld', {}, shapeTree(shapes)),
    xml('p:clrMapOvr', {}, xml('a:masterClrMapping')),
    transitionXml(part),
    timingXml(stepTargets(shapes), part.media),
  );
  part.package.add(part.path, root, SLIDE_TYPE);
}

/** Layouts whose content is text, whatever themes draw around it. */
const TEXT_LAYOUTS = new Set<LayoutKey>(['cover', 'section', 'statement', 'end']);
/** px of lines that are boxes in a document. */
const LINE = 5;

/** Returns what authors wrote; lines and marks of the deck's theme are not on slides of another one. */
function contentOf({ measure }: ShapesPart, { key }: SlideLayout): Measured[] {
  const blocks = contentBlocks(measure.blocks.flatMap(withoutRules)).filter(
    (block) =>
      block.role !== 'rule' &&
      (block.kind !== 'box' || block.blocks.length > 0 || Math.min(block.box.width, block.box.height) > LINE),
  );
  if (TEXT_LAYOUTS.has(key)) return blocks.flatMap((block) => (block.kind === 'box' ? textsIn([block]) : [block]));
  return key === 'compare' ? blocks.flatMap(besideHeading) : blocks;
}

/** Items with rules above and below them are text. */
function withoutRules(block: Measured): Measured[] {
  if (block.kind !== 'box' || !block.paint || block.role === 'slide-footer') return [block];
  const { fills, borders, shadow } = block.paint;
  const isRuled = fills.length === 0 && !shadow && !borders[1] && !borders[3];
  return isRuled && block.blocks.every(isPlainText) ? block.blocks : [block];
}

/** The heading of a side of a comparison has a place of its own. */
function besideHeading(block: Measured): Measured[] {
  if (block.kind !== 'text' || block.paragraphs.length < 2) return [block];
  const [first, ...others] = block.paragraphs;
  if (!first || !/^h[3-6]$/.test(first.tag)) return [block];
  const box = { ...first.box, x: block.box.x, width: block.box.width };
  const rest = { ...block.box, y: box.y + box.height, height: block.box.y + block.box.height - box.y - box.height };
  return [
    { ...block, box, paragraphs: [first] },
    { ...block, box: rest, paragraphs: others },
  ];
}

/** Finds the title among blocks. */
export function headingOf({ slide }: ShapesPart, blocks: readonly Measured[]): MeasuredText | undefined {
  const tags = slide?.title === '' ? /^h[12]$/ : /^h[1-6]$/;
  return blocks.find(
    (block): block is MeasuredText => block.kind === 'text' && tags.test(block.paragraphs[0]?.tag ?? ''),
  );
}

/** Puts the content of a place into it: text as the placeholder's own, other content into its room. */
async function regionShapes(part: ShapesPart, { place, blocks }: Region, slide: TemplateSlide): Promise<Element[]> {
  const texts = blocks.filter(isPlainText);
  const [first] = blocks;
  if (texts.length === blocks.length) return textShapes(part, { place, blocks: texts }, slide);
  if (first?.kind === 'picture' && blocks.length === 1 && place.type === 'pic') {
    return (await shapesOf(part, [croppedTo(first, place.box)])).map((shape) => takePlace(shape, place));
  }
  const move = moveOf(part, blocks, { to: place.box, template: slide.template });
  const main = texts.toSorted((one, other) => lettersOf(other) - lettersOf(one))[0];
  const shapes: Element[] = [];
  for (const block of blocks) {
    const moved = movedBlocks(move, [block]);
    const [text] = moved;
    if (block === main && text?.kind === 'text') shapes.push(placeShape(part, { place, box: text.box }, text));
    else shapes.push(...(await shapesOf(part, moved)));
  }
  const [only] = shapes;
  return only && shapes.length === 1 && !main ? [takePlace(only, place)] : shapes;
}

/** Letters of so much of the text's size are small print: footnotes and sources. */
const SMALL_PRINT = 0.75;

/** Puts all texts of a place into it, but small print, which is at its lower end. */
async function textShapes(
  part: ShapesPart,
  { place, blocks }: { place: TemplatePlace; blocks: readonly MeasuredText[] },
  { template, own }: TemplateSlide,
): Promise<Element[]> {
  const sizeOf = ({ paragraphs }: MeasuredText): number => paragraphs[0]?.runs[0]?.size ?? 0;
  const usual = Math.max(...blocks.map(sizeOf));
  const isText = TEXT_LAYOUTS.has(own.key);
  const small = isText ? [] : blocks.filter((text) => sizeOf(text) < usual * SMALL_PRINT);
  const texts = blocks.filter((text) => !small.includes(text));
  const move = small.length === 0 ? undefined : lowerEnd(part, small, { place, template });
  const height = move ? around(movedBlocks(move, small).map(({ box }) => box)).height : 0;
  const steps = new Set(texts.map(({ step }) => step));
  const shape = placeShape(
    part,
    { place, box: place.box, taken: height },
    { paragraphs: texts.flatMap(({ paragraphs }) => paragraphs), step: steps.size === 1 ? texts[0]?.step : undefined },
  );
  return [shape, ...(move ? await shapesOf(part, movedBlocks(move, small)) : [])];
}

function lowerEnd(
  part: ShapesPart,
  blocks: readonly Measured[],
  { place, template }: { place: TemplatePlace; template: Template },
): Move {
  const from = around(blocks.map(({ box }) => box));
  const move = moveOf(part, blocks, { to: place.box, template });
  const [left, , , bottom] = place.insets;
  return {
    ...move,
    x: place.box.x + left - from.x * move.factor,
    y: place.box.y + place.box.height - bottom - (from.y + from.height) * move.factor,
  };
}

function isPlainText(block: Measured): block is MeasuredText {
  return block.kind === 'text' && block.rotation === 0;
}

function lettersOf({ paragraphs }: MeasuredText): number {
  return paragraphs.reduce((sum, { runs }) => sum + runs.reduce((length, { text }) => length + text.length, 0), 0);
}

/** Puts content where slides with text have it. */
async function freeShapes(part: ShapesPart, blocks: readonly Measured[], template: Template): Promise<Element[]> {
  if (blocks.length === 0) return [];
  const usual = matchLayout(template.layouts, 'default');
  const [largest] = (usual ? contentPlaces(usual.layout) : []).toSorted(
    (one, other) => other.box.width * other.box.height - one.box.width * one.box.height,
  );
  const { width, height } = template;
  const to = largest?.box ?? { x: width * 0.07, y: height * 0.25, width: width * 0.86, height: height * 0.65 };
  return shapesOf(part, movedBlocks(moveOf(part, blocks, { to, template }), blocks));
}

/** Content may be a little larger than it is on the deck's slide, as slides of different sizes are looked at. */
const LARGER = 1.1;

function moveOf(
  { measure }: ShapesPart,
  blocks: readonly Measured[],
  { to, template }: { to: Box; template: Template },
): Move {
  const most = Math.min(template.width / measure.width, template.height / measure.height) * LARGER;
  return moveInto(around(blocks.map(({ box }) => box)), to, { around: measure.body, most });
}

function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

function placeShape(part: ShapesPart, filled: FilledPlace, text: Pick<MeasuredText, 'paragraphs' | 'step'>): Element {
  const { place, box } = filled;
  return xml(
    'p:sp',
    {},
    xml(
      'p:nvSpPr',
      {},
      shapeProperties(part, { name: NAMES.get(place.type) ?? 'Content Placeholder', step: text.step }),
      xml('p:cNvSpPr', {}, xml('a:spLocks', { noGrp: 1 })),
      xml('p:nvPr', {}, placeXml(place)),
    ),
    xml('p:spPr', {}, box === place.box ? undefined : transform(part.scale, box)),
    placeText(part, filled, text.paragraphs),
  );
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['title', 'Title'],
  ['ctrTitle', 'Title'],
  ['subTitle', 'Subtitle'],
  ['body', 'Text Placeholder'],
  ['ftr', 'Footer Placeholder'],
  ['sldNum', 'Slide Number Placeholder'],
]);

/** Writes which placeholder a shape fills. */
function placeXml({ type, idx }: TemplatePlace): Element {
  return xml('p:ph', { type: type === 'obj' ? undefined : type, idx });
}

function footerShapes(part: ShapesPart, { places }: TemplateLayout): Element[] {
  return footerParts(part.measure.blocks).flatMap(({ role, block }) => {
    const type = role === 'slide-count' ? 'sldNum' : 'ftr';
    const place = places.find((one) => one.type === type);
    const [text] = textsIn([block]);
    if (!place || !text) return [];
    const shape = placeShape(part, { place, box: place.box }, text);
    return [type === 'sldNum' ? slideNumber(part, shape) : shape];
  });
}
