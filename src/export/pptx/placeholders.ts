import type { Box, Measured, MeasuredText, Paint, Paragraph } from '../../client/shapes/measured.ts';
import type { PlaceKind } from './layout-names.ts';
import { commonBorder, curveInsets, fillXml, geometryXml, lineXml } from './paint.ts';
import { shapeProperties, type ShapesPart } from './slide-part.ts';
import { textBody } from './text.ts';
import { spareBelow, textRoom } from './text-room.ts';
import { levelXml, styleOf, type LevelStyle } from './text-style.ts';
import { transform } from './units.ts';
import { xml, type Element } from './xml.ts';

type PlaceholderType = 'title' | 'ctrTitle' | 'ftr' | 'sldNum' | 'dt' | PlaceKind;

/** A place of a layout that slides fill. */
export interface Placeholder {
  type: PlaceholderType;
  /** Slides refer to it by this number; titles have none. */
  index: number | undefined;
  /** The name that people see. */
  name: string;
  box: Box;
  /** px between its edges and its text: left, top, right and bottom. */
  insets: readonly [number, number, number, number];
  /** How its text looks, by level. */
  levels: readonly (LevelStyle | undefined)[];
  paint: Paint | undefined;
}

const NO_INSETS = [0, 0, 0, 0] as const;
export const NO_CURVE = { x: 0, y: 0 } as const;

/** Makes a placeholder of paragraphs of a specimen; `undefined` where it shows none. */
export function placeholderOf(
  paragraphs: readonly Paragraph[],
  given: Pick<Placeholder, 'type' | 'index' | 'name'> & { bottom?: number; within?: Within },
): Placeholder | undefined {
  const [first] = paragraphs;
  if (!first) return undefined;
  const { bottom, within, ...known } = given;
  const x = Math.min(...paragraphs.map(({ box }) => box.x));
  const end = Math.max(...paragraphs.map(({ box }) => box.x + box.width));
  const lowest = Math.max(...paragraphs.map(({ box }) => box.y + box.height));
  const { y } = textRoom(first.box, paragraphs, Infinity);
  const under = Math.max(0, y - first.box.y) + spareBelow(paragraphs);
  const tight = { x, y, width: end - x, height: Math.max(lowest + under, bottom ?? 0) - y };
  const box = within ? roomy(tight, first, within) : tight;
  const levels: (LevelStyle | undefined)[] = [];
  paragraphs.forEach((paragraph, index) => {
    // The second item of a level has the usual room above it.
    const style = styleOf({ ...paragraph, lineRoom: undefined }, { room: box, before: paragraphs[index - 1] });
    if (style) levels[paragraph.level] = style;
  });
  return { ...known, box, insets: NO_INSETS, levels: Array.from(levels), paint: undefined };
}

/** The room of content, and the width of the slide. */
interface Within {
  body: Box;
  width: number;
}

/** A place that is as wide as the few words of a specimen has no room for others: it is at least so wide then. */
const LEAST = 0.45;

/** Gives a place the width of the content, on the side where its text ends. */
function roomy(box: Box, { align, rtl }: Paragraph, { body, width }: Within): Box {
  const least = LEAST * width;
  const edge = 0.04 * width;
  if (align === 'center') {
    const middle = box.x + box.width / 2;
    const half = Math.min(Math.max(box.width, least) / 2, middle - edge, width - edge - middle);
    return half * 2 > box.width ? { ...box, x: middle - half, width: half * 2 } : box;
  }
  const end = box.x + box.width;
  if (align === 'right' || rtl) {
    const x = Math.max(edge, Math.min(box.x, body.x, end - least));
    return x < box.x ? { ...box, x, width: end - x } : box;
  }
  const wanted = Math.min(width - edge, Math.max(end, body.x + body.width, box.x + least));
  return wanted > end ? { ...box, width: wanted - box.x } : box;
}

/** Writes a placeholder of a layout or master. @param prompt - the words that it shows until it is filled. */
export function placeholderXml(
  part: ShapesPart,
  placeholder: Placeholder,
  { prompt, inherited }: { prompt: Element | readonly Element[]; inherited?: Placeholder | undefined },
): Element {
  const { box, paint, levels, insets } = placeholder;
  const { scale, palette } = part;
  const [l, t, r, b] = insets;
  const fill = paint?.fills.findLast(({ kind }) => kind !== 'picture');
  return xml(
    'p:sp',
    {},
    identity(part, placeholder),
    xml(
      'p:spPr',
      {},
      transform(scale, box),
      geometryXml(scale, box, paint),
      fill ? fillXml(palette, fill) : undefined,
      paint ? lineXml(scale, palette, commonBorder(paint)) : undefined,
    ),
    xml(
      'p:txBody',
      {},
      xml(
        'a:bodyPr',
        {
          wrap: placeholder.type === 'sldNum' ? 'none' : undefined,
          lIns: scale.emu(l),
          tIns: scale.emu(t),
          rIns: scale.emu(r),
          bIns: scale.emu(b),
          anchor: 't',
        },
        xml(isFooter(placeholder) ? 'a:noAutofit' : 'a:normAutofit'),
      ),
      xml(
        'a:lstStyle',
        {},
        levels.flatMap((style, level) =>
          style ? [levelXml(part, style, `a:lvl${level + 1}pPr`, inherited?.levels[level])] : [],
        ),
      ),
      prompt,
    ),
  );
}

/** Writes which placeholder a shape fills. */
function identity(part: ShapesPart, { type, index, name }: Placeholder, step?: number): Element {
  const isContent = type === 'content';
  return xml(
    'p:nvSpPr',
    {},
    shapeProperties(part, { name, step }),
    xml('p:cNvSpPr', {}, xml('a:spLocks', { noGrp: 1 })),
    xml(
      'p:nvPr',
      {},
      xml('p:ph', { type: isContent ? undefined : type, idx: index, sz: isFooter({ type }) ? 'quarter' : undefined }),
    ),
  );
}

function isFooter({ type }: Pick<Placeholder, 'type'>): boolean {
  return type === 'ftr' || type === 'sldNum' || type === 'dt';
}

/** px that a place may differ in. */
const NEAR = 2;

/**
 * Writes text into a placeholder: only what differs from it.
 *
 * @param options.alone - nothing else is below it, so that it may keep its room.
 */
export function filledPlaceholder(
  part: ShapesPart,
  placeholder: Placeholder,
  text: Pick<MeasuredText, 'box' | 'paragraphs' | 'step'>,
  { alone }: { alone: boolean },
): Element {
  const own = placeholder.paint ? text.box : textRoom(text.box, text.paragraphs, part.measure.width);
  const room = roomFor(placeholder, { box: own, paragraphs: text.paragraphs }, alone);
  const body = textBody(part, text.paragraphs, {
    inherited: placeholder.levels,
    room: inner(room ?? placeholder.box, placeholder),
    wraps: placeholder.type !== 'sldNum',
    shrinks: !isFooter(placeholder),
  });
  return xml(
    'p:sp',
    {},
    identity(part, placeholder, text.step),
    xml('p:spPr', {}, room ? transform(part.scale, room) : undefined),
    body,
  );
}

function inner({ x, y, width, height }: Box, { insets, box, paint }: Placeholder): Box {
  const [left, top, right, bottom] = insets;
  const curve = paint ? curveInsets(box, paint) : NO_CURVE;
  return {
    x: x + left + curve.x,
    y: y + top + curve.y,
    width: width - left - right - 2 * curve.x,
    height: height - top - bottom - 2 * curve.y,
  };
}

/** Returns the room of a text that is elsewhere than its placeholder; `undefined` where it is in it. */
function roomFor(
  { box: place }: Placeholder,
  { box, paragraphs }: Pick<MeasuredText, 'box' | 'paragraphs'>,
  alone: boolean,
): Box | undefined {
  const isThere = Math.abs(box.y - place.y) < NEAR && isAcross(place, box, paragraphs);
  const bottom = place.y + place.height;
  const isLower = box.y + box.height > bottom + NEAR;
  const isHigher = !alone && box.y + box.height < bottom - NEAR;
  if (isThere && !isLower && !isHigher) return undefined;
  return alone ? { ...box, height: Math.max(box.height, bottom - box.y) } : box;
}

/** Tells whether a text is as wide as a place, or one line that begins with it. */
function isAcross(place: Box, box: Box, paragraphs: readonly Paragraph[]): boolean {
  const isBegun = Math.abs(box.x - place.x) < NEAR;
  const isEnded = Math.abs(box.x + box.width - place.x - place.width) < NEAR;
  if (isBegun && isEnded) return true;
  const [only] = paragraphs;
  if (!only || paragraphs.length > 1 || only.lines > 1 || box.width > place.width) return false;
  const isMiddle = Math.abs(box.x + box.width / 2 - place.x - place.width / 2) < NEAR;
  return only.align === 'center' ? isMiddle : only.align === 'right' ? isEnded : isBegun && !only.rtl;
}

/** Returns all texts among blocks, also those in boxes. */
export function textsIn(blocks: readonly Measured[]): MeasuredText[] {
  return blocks.flatMap((block) =>
    block.kind === 'text' ? [block] : block.kind === 'box' ? textsIn(block.blocks) : [],
  );
}
