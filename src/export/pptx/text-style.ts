import type { Box, Paragraph, Run } from '../../client/shapes/measured.ts';
import { colourOf } from './colour-scheme.ts';
import { runProperties } from './run-properties.ts';
import { gapBetween, leadingShare } from './line-places.ts';
import { keepsName, type ShapesPart } from './slide-part.ts';
import { xml, type Element } from './xml.ts';

/** How text looks on one level: what paragraphs inherit. */
export interface LevelStyle {
  run: Run;
  paragraph: Paragraph;
  /** px from the edges of the text's room, in the direction of reading. */
  start: number;
  end: number;
  /** px above it. */
  before: number;
}

/** The surroundings of a paragraph. */
export interface Surroundings {
  /** The room of the text. */
  room: Box;
  before: Paragraph | undefined;
  inherited: LevelStyle | undefined;
  /** The number that its list begins with. */
  first?: number | undefined;
}

const ALIGNMENTS = { left: 'l', center: 'ctr', right: 'r', justify: 'just' } as const;
/** Differences in px that nobody sees. */
const SLIGHT = 1.5;

/** Returns how a paragraph is set in its room. */
export function styleOf(
  paragraph: Paragraph,
  { room, before }: Pick<Surroundings, 'room' | 'before'>,
): LevelStyle | undefined {
  const words = paragraph.runs.filter(({ text }) => text !== '\n');
  const run = words.find(({ baseline }) => baseline === undefined) ?? words[0];
  if (!run) return undefined;
  const { box, rtl, marker } = paragraph;
  const left = box.x - room.x;
  const right = room.x + room.width - box.x - box.width;
  const [start, end] = marginsOf(paragraph, rtl ? [right, left] : [left, right]);
  return {
    run,
    paragraph,
    start: Math.max(0, start) + (marker?.indent ?? 0),
    end: Math.max(0, end),
    before: before ? gapBetween(before, paragraph) : 0,
  };
}

/** A word that lacks this share of a line might move up where letters are narrower. */
const SLACK = 0.015;

/** Returns the margins of a paragraph: a single line needs room at its start, and may become longer at its end. */
function marginsOf(paragraph: Paragraph, [start, end]: [number, number]): [number, number] {
  const { lines, align, rtl } = paragraph;
  if (lines > 1) {
    const spare = spareOf(paragraph);
    if (align === 'center') return [start + spare / 2, end + spare / 2];
    return (align === 'right') === rtl ? [start, end + spare] : [start + spare, end];
  }
  if (align === 'center') {
    const least = Math.min(start, end);
    return [start - least, end - least];
  }
  return (align === 'right') === rtl ? [start, 0] : [0, end];
}

/** Returns the room that has to be left so that no word moves to the line before it: letters are a little wider or narrower elsewhere. */
function spareOf({ lineRoom, box, marker }: Paragraph): number {
  if (!lineRoom) return 0;
  const { least, most } = lineRoom;
  const room = box.width - (marker?.indent ?? 0);
  if (most <= least || most > room * (1 + SLACK)) return 0;
  return Math.max(0, room - (least + most) / 2);
}

/** Writes how a paragraph is set, as far as it does not inherit it. */
export function paragraphStyle(part: ShapesPart, paragraph: Paragraph, around: Surroundings): Element {
  const own = styleOf(paragraph, around);
  const { level } = paragraph;
  if (!own) return xml('a:pPr', { lvl: level === 0 ? undefined : Math.min(level, 8) });
  return xml(
    'a:pPr',
    {
      ...marginAttributes(part, own, around.inherited),
      lvl: level === 0 ? undefined : Math.min(level, 8),
      ...directionAttributes(own, around.inherited),
    },
    spacing(part, own, around.inherited),
    hasSameMarker(part, own.paragraph, around.inherited?.paragraph) && (around.first ?? 1) === 1
      ? undefined
      : markerXml(part, paragraph, around.first),
  );
}

/** Writes the look of a level for those that inherit it. @param tag - `a:lvl1pPr` and so on. */
export function levelXml(part: ShapesPart, style: LevelStyle, tag: string, inherited?: LevelStyle): Element {
  return xml(
    tag,
    { ...marginAttributes(part, style, inherited), ...directionAttributes(style, inherited) },
    spacing(part, style, inherited),
    hasSameMarker(part, style.paragraph, inherited?.paragraph) ? undefined : markerXml(part, style.paragraph),
    runProperties(part, plain(style.run), inherited?.run, 'a:defRPr'),
  );
}

/** Returns the look of a run without that of single words, which other runs do not inherit. */
function plain(run: Run): Run {
  return {
    ...run,
    href: undefined,
    highlight: undefined,
    lang: undefined,
    underline: false,
    strike: false,
    baseline: undefined,
  };
}

type Attributes = Record<string, string | number | boolean | undefined>;

function marginAttributes({ scale }: ShapesPart, own: LevelStyle, base: LevelStyle | undefined): Attributes {
  const { emu } = scale;
  const indent = own.paragraph.marker?.indent ?? 0;
  const baseIndent = base?.paragraph.marker?.indent ?? 0;
  const isSame = (one: number, other: number | undefined): boolean =>
    other !== undefined && Math.abs(one - other) < SLIGHT;
  return {
    marL: isSame(own.start, base?.start) ? undefined : emu(own.start),
    marR: isSame(own.end, base?.end ?? 0) ? undefined : emu(own.end),
    indent: isSame(indent, base && baseIndent) ? undefined : -emu(indent),
  };
}

function directionAttributes({ paragraph }: LevelStyle, base: LevelStyle | undefined): Attributes {
  const { align, rtl } = paragraph;
  const inherited = base?.paragraph;
  return {
    algn: inherited?.align === align && inherited.rtl === rtl ? undefined : ALIGNMENTS[align],
    rtl: (inherited?.rtl ?? false) === rtl ? undefined : rtl,
  };
}

function spacing({ scale }: ShapesPart, own: LevelStyle, base: LevelStyle | undefined): Element[] {
  const isSame = base !== undefined && hasSameLines(own.paragraph, base.paragraph);
  const before = Math.min(158_400, scale.points(own.before));
  const sameBefore = Math.abs(own.before - (base?.before ?? 0)) < SLIGHT;
  return [
    ...(isSame ? [] : [xml('a:lnSpc', {}, lineSpacing(scale, own.paragraph))]),
    ...(sameBefore ? [] : [xml('a:spcBef', {}, xml('a:spcPts', { val: before }))]),
  ];
}

function lineSpacing({ points }: ShapesPart['scale'], paragraph: Paragraph): Element {
  const share = leadingShare(paragraph);
  return share === undefined
    ? xml('a:spcPts', { val: Math.min(158_400, points(paragraph.leading)) })
    : xml('a:spcPct', { val: Math.round(share * 100) * 1000 });
}

function hasSameLines(one: Paragraph, other: Paragraph): boolean {
  const [share, otherShare] = [leadingShare(one), leadingShare(other)];
  if (share === undefined || otherShare === undefined)
    return share === otherShare && Math.abs(one.leading / other.leading - 1) < 0.02;
  return Math.abs(share - otherShare) < 0.02;
}

function hasSameMarker(part: ShapesPart, one: Paragraph, other: Paragraph | undefined): boolean {
  if (!other) return one.marker === undefined;
  const look = ({ marker }: Paragraph): string =>
    JSON.stringify([marker?.text, marker?.number?.style, marker?.colour, marker !== undefined]);
  return look(one) === look(other) && (!one.marker || keepsName(part, one.marker.colour));
}

/** Ways to count, by those of CSS. */
export const NUMBERS: ReadonlyMap<string, string> = new Map([
  ['decimal', 'arabicPeriod'],
  ['plain', 'arabicPlain'],
  ['lower-alpha', 'alphaLcPeriod'],
  ['upper-alpha', 'alphaUcPeriod'],
  ['lower-roman', 'romanLcPeriod'],
  ['upper-roman', 'romanUcPeriod'],
]);

/** Writes what a paragraph begins with. */
function markerXml({ palette }: ShapesPart, { marker }: Paragraph, first = 1): Element | Element[] {
  if (!marker || marker.text === '') return xml('a:buNone');
  const colour = xml('a:buClr', {}, colourOf(palette, marker.colour));
  const { text, number } = marker;
  if (text !== undefined || !number) {
    return [colour, xml('a:buFontTx'), xml('a:buChar', { char: text ?? '•' })];
  }
  return [
    colour,
    xml('a:buFontTx'),
    xml('a:buAutoNum', {
      type: NUMBERS.get(number.style) ?? 'arabicPeriod',
      startAt: first > 1 ? first : undefined,
    }),
  ];
}
