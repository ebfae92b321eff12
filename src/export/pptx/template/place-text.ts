import type { Paragraph, Run } from '../../../client/shapes/measured.ts';
import { runProperties } from '../run-properties.ts';
import { inlineInset } from '../shapes/inline-inset.ts';
import type { ShapesPart } from '../slide-part.ts';
import { markStep } from '../step-marks.ts';
import { firstNumbers } from '../text.ts';
import { NUMBERS } from '../text-style.ts';
import { xml, type Element } from '../xml.ts';
import { fitOf, type TextFit } from './fit-text.ts';
import type { FilledPlace, PlaceLevel, TemplatePlace } from './template.ts';

/** Text beside other content begins where that does. */
const NO_INSETS = { lIns: 0, tIns: 0, rIns: 0, bIns: 0 };
const WHOLE: TextFit = { letters: 1, lines: 1 };

/** Writes paragraphs that look as the template says: only what authors wrote about single words is written. */
export function placeText(part: ShapesPart, filled: FilledPlace, paragraphs: readonly Paragraph[]): Element {
  const isMoved = filled.box !== filled.place.box;
  const fit = isMoved ? WHOLE : fitOf(filled, paragraphs);
  const firsts = firstNumbers(paragraphs);
  return xml(
    'p:txBody',
    {},
    xml('a:bodyPr', isMoved ? NO_INSETS : {}, fitXml(filled, fit)),
    xml('a:lstStyle'),
    paragraphs.map((paragraph, index) =>
      paragraphXml(part, paragraph, { place: filled.place, first: firsts[index] ?? 1, isMoved }),
    ),
  );
}

/** Letters and lines are as small as it takes: programs compute that only once a text is edited. */
function fitXml({ place }: FilledPlace, { letters, lines }: TextFit): Element {
  if (['ftr', 'sldNum', 'dt'].includes(place.type)) return xml('a:normAutofit');
  return xml('a:normAutofit', {
    fontScale: letters < 1 ? Math.round(letters * 100_000) : undefined,
    lnSpcReduction: lines < 1 ? Math.round((1 - lines) * 100_000) : undefined,
  });
}

interface ParagraphPlace {
  place: TemplatePlace;
  /** The number that its list begins with. */
  first: number;
  /** It is beside other content, and as large as that. */
  isMoved: boolean;
}

function paragraphXml(part: ShapesPart, paragraph: Paragraph, { place, first, isMoved }: ParagraphPlace): Element {
  const isTitle = place.type === 'title' || place.type === 'ctrTitle';
  const level = isTitle ? 0 : Math.min(paragraph.level, 8);
  const usual = usualRun(paragraph, isTitle);
  const written = xml(
    'a:p',
    {},
    paragraphStyle(paragraph, { look: place.levels[level], level, first }),
    paragraph.runs.map((run) => runXml(part, run, { usual, size: isMoved ? run.size : undefined })),
  );
  return markStep(written, paragraph.step);
}

interface LevelPlace {
  look: PlaceLevel | undefined;
  level: number;
  first: number;
}

function paragraphStyle({ marker, rtl }: Paragraph, { look, level, first }: LevelPlace): Element {
  const direction = { algn: rtl ? 'r' : undefined, rtl: rtl || undefined };
  const lvl = level === 0 ? undefined : level;
  if (!marker) {
    const own = look?.bullet ? { marL: 0, indent: 0 } : {};
    return xml('a:pPr', { ...own, lvl, ...direction }, look?.bullet ? xml('a:buNone') : undefined);
  }
  // Levels without bullets have no room for them either.
  const indent = (level + 1) * 285_750;
  const room = look?.bullet ? {} : { marL: indent, indent: -285_750 };
  const attributes = { ...room, lvl, ...direction };
  // Its number is text already.
  if (marker.text === '') return xml('a:pPr', attributes, xml('a:buNone'));
  if (marker.number) {
    const type = NUMBERS.get(marker.number.style) ?? 'arabicPeriod';
    const counted = xml('a:buAutoNum', { type, startAt: first > 1 ? first : undefined });
    return xml('a:pPr', attributes, xml('a:buFont', { typeface: '+mj-lt' }), counted);
  }
  return xml('a:pPr', attributes, look?.bullet ? undefined : xml('a:buChar', { char: '•' }));
}

/** The look of most of a paragraph's letters, which is that of the placeholder; bold and italic are the author's. */
function usualRun({ runs }: Paragraph, isTitle: boolean): Run | undefined {
  const texts = runs.filter(({ text }) => text !== '\n');
  const longest = texts.toSorted((one, other) => other.text.length - one.text.length)[0];
  if (!longest || isTitle) return longest;
  return { ...longest, weight: 400, italic: false };
}

interface RunLook {
  /** The look that it inherits, but for the size. */
  usual: Run | undefined;
  /** px; `undefined` for the placeholder's. */
  size: number | undefined;
}

function runXml(part: ShapesPart, run: Run, { usual, size }: RunLook): Element | readonly Element[] {
  const base = usual && size === undefined ? { ...usual, size: run.size } : usual && { ...usual, size: 0 };
  const inset = run.inset ? inlineInset(part, run, base) : undefined;
  if (inset) return inset;
  // Letters of code are as far apart as the template has them: what is around a chip is not there.
  const spacing = base?.spacing ?? 0;
  const properties = runProperties(part, { ...run, spacing, size: size ?? run.size }, base);
  if (run.text === '\n') return xml('a:br', {}, properties);
  return xml('a:r', {}, properties, xml('a:t', {}, run.text));
}
