import type { Box, Paragraph, Run } from '../../client/shapes/measured.ts';
import { runProperties } from './run-properties.ts';
import { inlineInset } from './shapes/inline-inset.ts';
import type { ShapesPart } from './slide-part.ts';
import { markStep } from './step-marks.ts';
import { levelXml, paragraphStyle, styleOf, type LevelStyle } from './text-style.ts';
import { xml, type Element } from './xml.ts';

export interface TextOptions {
  /** The looks that levels inherit, by level; a text box has those of its own first paragraphs. */
  inherited?: readonly (LevelStyle | undefined)[];
  /** The room that margins are counted from. @default what the paragraphs take */
  room?: Box;
  /** Left, top, right and bottom in px between the shape's edges and its text; inherited where they are not given. */
  insets?: readonly [left: number, top: number, right: number, bottom: number];
  anchor?: 'top' | 'middle' | 'bottom';
  /** Lines end where the shape does. @default true */
  wraps?: boolean;
  /** Letters get smaller when more is written than fits. @default false */
  shrinks?: boolean;
  /** `p:txBody`, or `a:txBody` in tables. */
  tag?: 'p:txBody' | 'a:txBody';
}

const ANCHORS = { top: 't', middle: 'ctr', bottom: 'b' } as const;

/** Writes paragraphs: each is one `a:p`, however many lines it has. */
export function textBody(part: ShapesPart, paragraphs: readonly Paragraph[], options: TextOptions = {}): Element {
  const { tag = 'p:txBody', room = roomOf(paragraphs) } = options;
  const own = options.inherited || tag === 'a:txBody' ? undefined : ownLevels(paragraphs, room);
  const inherited = options.inherited ?? own;
  const firsts = firstNumbers(paragraphs);
  const written = paragraphs.map((paragraph, index) =>
    paragraphXml(part, paragraph, {
      room,
      first: firsts[index],
      before: paragraphs[index - 1],
      inherited: inherited?.[Math.min(paragraph.level, inherited.length - 1)],
    }),
  );
  const levels = own?.flatMap((style, level) => (style ? [levelXml(part, style, `a:lvl${level + 1}pPr`)] : []));
  return xml(
    tag,
    {},
    bodyProperties(part, options),
    xml('a:lstStyle', {}, levels),
    written.length > 0 ? written : xml('a:p'),
  );
}

function bodyProperties(
  { scale }: ShapesPart,
  { insets, anchor, wraps = true, tag, inherited, shrinks = false }: TextOptions,
): Element {
  if (tag === 'a:txBody') return xml('a:bodyPr');
  const [l, t, r, b] = insets ?? [];
  const emu = (px: number | undefined): number | undefined => (px === undefined ? undefined : scale.emu(px));
  return xml(
    'a:bodyPr',
    {
      wrap: wraps ? (inherited ? undefined : 'square') : 'none',
      lIns: emu(l),
      tIns: emu(t),
      rIns: emu(r),
      bIns: emu(b),
      anchor: anchor && ANCHORS[anchor],
    },
    shrinks ? xml('a:normAutofit') : xml('a:noAutofit'),
  );
}

/** The looks of the first paragraph of each level, without holes. */
function ownLevels(paragraphs: readonly Paragraph[], room: Box): (LevelStyle | undefined)[] {
  const levels: (LevelStyle | undefined)[] = [];
  paragraphs.forEach((paragraph, index) => {
    const { level } = paragraph;
    if (level > 8 || levels[level]) return;
    levels[level] = styleOf(paragraph, { room, before: paragraphs[index - 1] });
  });
  return Array.from(levels);
}

function roomOf(paragraphs: readonly Paragraph[]): Box {
  const boxes = paragraphs.map(({ box }) => box);
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

interface ParagraphPlace {
  room: Box;
  before: Paragraph | undefined;
  inherited: LevelStyle | undefined;
  first: number | undefined;
}

/** Finds the number that each paragraph's list begins with: PowerPoint counts paragraphs that say the same. */
export function firstNumbers(paragraphs: readonly Paragraph[]): (number | undefined)[] {
  const lists: ({ first: number; next: number } | undefined)[] = [];
  return paragraphs.map(({ marker, level }) => {
    lists.length = Math.min(lists.length, level + 1);
    const value = marker?.number?.value;
    if (value === undefined) return undefined;
    const list = lists[level];
    const first = list?.next === value ? list.first : value;
    lists[level] = { first, next: value + 1 };
    return first;
  });
}

function paragraphXml(part: ShapesPart, paragraph: Paragraph, place: ParagraphPlace): Element {
  const written = xml(
    'a:p',
    {},
    paragraphStyle(part, paragraph, place),
    withLineSizes(paragraph.runs).map((run) => runXml(part, run, place.inherited?.run)),
  );
  return markStep(written, paragraph.step);
}

/** The size of raised and lowered letters as a share of those beside them, where nothing is beside them. */
const RAISED = 0.75;

/** Gives raised and lowered letters the size of those beside them: programs make them smaller by themselves. */
function withLineSizes(runs: readonly Run[]): Run[] {
  return runs.map((run, index) => {
    if (run.baseline === undefined || run.inset) return run;
    const isOnLine = ({ baseline, text }: Run): boolean => baseline === undefined && text !== '\n';
    const beside = runs.slice(0, index).findLast(isOnLine) ?? runs.slice(index).find(isOnLine);
    return { ...run, size: beside?.size ?? run.size / RAISED };
  });
}

function runXml(part: ShapesPart, run: Run, inherited: Run | undefined): Element | readonly Element[] {
  const inset = run.inset ? inlineInset(part, run, inherited) : undefined;
  if (inset) return inset;
  const properties = runProperties(part, run, inherited);
  if (run.text === '\n') return xml('a:br', {}, properties);
  return xml('a:r', {}, properties, xml('a:t', {}, run.text));
}
