import type { Paragraph, Run } from '../../client/shapes/measured.ts';
import { runProperties } from './run-properties.ts';
import { inlineInset } from './shapes/inline-inset.ts';
import type { ShapesPart } from './slide-part.ts';
import { paragraphStyle, type LevelStyle } from './text-style.ts';
import { xml, type Element } from './xml.ts';

export interface TextOptions {
  /** The looks that levels inherit, by level. */
  inherited?: readonly LevelStyle[];
  /** Left, top, right and bottom in px between the shape's edges and its text. */
  insets?: readonly [left: number, top: number, right: number, bottom: number];
  anchor?: 'top' | 'middle' | 'bottom';
  /** Lines end where the shape does. @default true */
  wraps?: boolean;
  /** PowerPoint makes the text smaller when there is more of it than fits. @default false */
  shrinks?: boolean;
  /** `p:txBody`, or `a:txBody` in tables. */
  tag?: 'p:txBody' | 'a:txBody';
}

const ANCHORS = { top: 't', middle: 'ctr', bottom: 'b' } as const;

/** Writes paragraphs: each is one `a:p`, however many lines it has. */
export function textBody(part: ShapesPart, paragraphs: readonly Paragraph[], options: TextOptions = {}): Element {
  const { inherited = [], insets, anchor, wraps = true, shrinks = false, tag = 'p:txBody' } = options;
  const { emu } = part.scale;
  const [l, t, r, b] = insets ?? [];
  const body = xml(
    'a:bodyPr',
    {
      wrap: tag === 'a:txBody' ? undefined : wraps ? 'square' : 'none',
      lIns: l === undefined ? undefined : emu(l),
      tIns: t === undefined ? undefined : emu(t),
      rIns: r === undefined ? undefined : emu(r),
      bIns: b === undefined ? undefined : emu(b),
      anchor: anchor && ANCHORS[anchor],
    },
    tag === 'a:txBody' ? undefined : shrinks ? xml('a:normAutofit') : xml('a:noAutofit'),
  );
  const written = paragraphs.map((paragraph, index) =>
    paragraphXml(part, paragraph, { before: paragraphs[index - 1], inherited: inherited[paragraph.level] }),
  );
  return xml(tag, {}, body, xml('a:lstStyle'), written.length > 0 ? written : xml('a:p'));
}

interface Surroundings {
  before: Paragraph | undefined;
  inherited: LevelStyle | undefined;
}

/** Writes a paragraph. */
export function paragraphXml(part: ShapesPart, paragraph: Paragraph, { before, inherited }: Surroundings): Element {
  return xml(
    'a:p',
    {},
    paragraphStyle(part, paragraph, { before, inherited }),
    paragraph.runs.map((run) => runXml(part, run, inherited)),
  );
}

function runXml(part: ShapesPart, run: Run, inherited: LevelStyle | undefined): Element | readonly Element[] {
  const inset = run.inset ? inlineInset(part, run) : undefined;
  if (inset) return inset;
  const properties = runProperties(part, run, inherited);
  if (run.text === '\n') return xml('a:br', {}, properties);
  return xml('a:r', {}, properties, xml('a:t', {}, run.text));
}
