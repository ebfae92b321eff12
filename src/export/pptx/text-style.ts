import type { Paragraph, Run } from '../../client/shapes/measured.ts';
import { colourOf } from './colour-scheme.ts';
import type { ShapesPart } from './slide-part.ts';
import { xml, type Element } from './xml.ts';

/** How text looks on one level of a placeholder. */
export interface LevelStyle {
  run: Run;
  paragraph: Paragraph;
}

/** From this weight on, text is bold. */
const BOLD = 600;

export interface RunStyle {
  lang: string | undefined;
  sz: number | undefined;
  b: boolean | undefined;
  i: boolean | undefined;
  u: string | undefined;
  strike: string | undefined;
  cap: string | undefined;
  spc: number | undefined;
  baseline: number | undefined;
  colour: string | undefined;
  font: string | undefined;
}

/** Returns what a run has and does not inherit. */
export function deviations(part: ShapesPart, run: Run, inherited: LevelStyle | undefined): RunStyle {
  const { points } = part.scale;
  const base = inherited?.run;
  const lang = run.lang ?? part.slide?.settings.lang ?? part.job.deck.meta.lang;
  // Raised letters have two thirds of their line's size by themselves.
  const size = points(run.baseline ? (base?.size ?? run.size / 0.75) : run.size);
  const sz = Math.max(100, Math.round(size / 10) * 10);
  const differs = <Key extends keyof Run>(key: Key): boolean => !base || base[key] !== run[key];
  return {
    lang,
    sz: base && Math.round(points(base.size) / 10) * 10 === sz ? undefined : sz,
    b: (base ? base.weight >= BOLD : false) === run.weight >= BOLD ? undefined : run.weight >= BOLD,
    i: (base?.italic ?? false) === run.italic ? undefined : run.italic,
    u: run.underline ? 'sng' : undefined,
    strike: run.strike ? 'sngStrike' : undefined,
    cap: run.caps,
    spc: differs('spacing') && (base || run.spacing !== 0) ? Math.round(points(run.spacing)) : undefined,
    baseline: run.baseline === 'super' ? 30_000 : run.baseline === 'sub' ? -25_000 : undefined,
    colour: differs('colour') ? run.colour : undefined,
    font: differs('font') ? run.font : undefined,
  };
}

const ALIGNMENTS = { left: 'l', center: 'ctr', right: 'r', justify: 'just' } as const;

/** Writes how a paragraph is set. */
export function paragraphStyle(
  part: ShapesPart,
  paragraph: Paragraph,
  { before, inherited }: { before: Paragraph | undefined; inherited: LevelStyle | undefined },
): Element {
  const { emu, points } = part.scale;
  const { marker, align, rtl, level } = paragraph;
  const gap = before ? paragraph.box.y - (before.box.y + before.box.height) : 0;
  const share = paragraph.leading / (paragraph.natural || paragraph.leading);
  const base = inherited?.paragraph;
  const shareOf = base ? base.leading / (base.natural || base.leading) : undefined;
  const sameMarker = base !== undefined && JSON.stringify(markerLook(base)) === JSON.stringify(markerLook(paragraph));
  return xml(
    'a:pPr',
    {
      marL: sameMarker ? undefined : marker ? emu(marker.indent * (level + 1)) : 0,
      indent: sameMarker ? undefined : marker ? -emu(marker.indent) : 0,
      lvl: level === 0 ? undefined : Math.min(level, 8),
      algn: base?.align === align && base.rtl === rtl ? undefined : ALIGNMENTS[align],
      rtl: (base?.rtl ?? false) === rtl ? undefined : rtl,
    },
    shareOf !== undefined && Math.abs(share - shareOf) < 0.01
      ? undefined
      : xml('a:lnSpc', {}, xml('a:spcPct', { val: Math.round(share * 100) * 1000 })),
    xml('a:spcBef', {}, xml('a:spcPts', { val: Math.max(0, Math.min(158_400, points(gap))) })),
    sameMarker ? undefined : markerXml(part, paragraph),
  );
}

function markerLook({ marker }: Paragraph): unknown {
  return marker && [marker.text, marker.number?.style, marker.colour, Math.round(marker.indent)];
}

const NUMBERS: ReadonlyMap<string, string> = new Map([
  ['decimal', 'arabicPeriod'],
  ['plain', 'arabicPlain'],
  ['lower-alpha', 'alphaLcPeriod'],
  ['upper-alpha', 'alphaUcPeriod'],
  ['lower-roman', 'romanLcPeriod'],
  ['upper-roman', 'romanUcPeriod'],
]);

/** Writes what a paragraph begins with. */
export function markerXml({ palette }: ShapesPart, { marker }: Paragraph): Element | Element[] {
  if (!marker) return xml('a:buNone');
  const colour = xml('a:buClr', {}, colourOf(palette, marker.colour));
  const { text, number } = marker;
  if (text !== undefined || !number) {
    return [colour, xml('a:buFont', { typeface: 'Arial' }), xml('a:buChar', { char: text ?? '•' })];
  }
  return [
    colour,
    xml('a:buFont', { typeface: '+mj-lt' }),
    xml('a:buAutoNum', {
      type: NUMBERS.get(number.style) ?? 'arabicPeriod',
      startAt: number.start > 1 ? number.start : undefined,
    }),
  ];
}
