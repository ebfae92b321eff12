import type { Run } from '../../client/shapes/measured.ts';
import { colourOf, solidFill } from './colour-scheme.ts';
import type { ShapesPart } from './slide-part.ts';
import { xml, type Element } from './xml.ts';

/** From this weight on, text is bold. */
const BOLD = 600;

interface RunStyle {
  lang: string | undefined;
  sz: number | undefined;
  b: boolean | undefined;
  i: boolean | undefined;
  u: string | undefined;
  strike: string | undefined;
  cap: string | undefined;
  spc: number | undefined;
  baseline: number | undefined;
}

/** Writes how a run looks, as far as it differs from what it inherits. @param tag - `a:defRPr` for those that inherit. */
export function runProperties(part: ShapesPart, run: Run, inherited?: Run, tag = 'a:rPr'): Element {
  const { palette } = part;
  const link = run.href === undefined ? undefined : linkXml(part, run.href);
  return xml(
    tag,
    { ...attributesOf(part, run, inherited), ...(tag === 'a:defRPr' && { lang: undefined }) },
    inherited?.colour === run.colour || link ? undefined : solidFill(palette, run.colour),
    run.highlight === undefined ? undefined : xml('a:highlight', {}, colourOf(palette, run.highlight.slice(0, 7))),
    inherited?.font === run.font ? undefined : fontXml(part, run.font),
    link,
  );
}

function attributesOf(part: ShapesPart, run: Run, base: Run | undefined): RunStyle {
  const size = sizeOf(part, run, base);
  const bold = run.weight >= BOLD;
  return {
    lang: run.lang ?? part.slide?.settings.lang ?? part.job.deck.meta.lang,
    sz: base && sizeOf(part, base, undefined) === size ? undefined : size,
    b: bold === (base ? base.weight >= BOLD : false) ? undefined : bold,
    i: run.italic === (base?.italic ?? false) ? undefined : run.italic,
    u: run.underline ? 'sng' : undefined,
    strike: run.strike ? 'sngStrike' : undefined,
    cap: run.caps === base?.caps ? undefined : (run.caps ?? 'none'),
    spc: run.spacing === (base?.spacing ?? 0) ? undefined : part.scale.points(run.spacing),
    baseline: run.baseline === 'super' ? 30_000 : run.baseline === 'sub' ? -25_000 : undefined,
  };
}

/** Hundredths of a point, in tenths of it. */
function sizeOf({ scale }: ShapesPart, run: Run, base: Run | undefined): number {
  // Raised letters are smaller by themselves: their size is that of the line.
  const size = run.baseline ? (base?.size ?? run.size / 0.75) : run.size;
  return Math.max(100, Math.round(scale.points(size) / 10) * 10);
}

/** Names a font for all scripts: one of the theme's, where it is. */
function fontXml({ fonts }: ShapesPart, font: string): Element[] {
  const theme = font === fonts.major ? '+mj' : font === fonts.minor ? '+mn' : undefined;
  return (['lt', 'ea', 'cs'] as const).map((script) =>
    xml(script === 'lt' ? 'a:latin' : `a:${script}`, { typeface: theme === undefined ? font : `${theme}-${script}` }),
  );
}

/** Writes a link to an address or a slide; `undefined` where it leads nowhere in the file. */
function linkXml(part: ShapesPart, href: string): Element | undefined {
  if (!href.startsWith('#')) {
    return xml('a:hlinkClick', { 'r:id': part.package.relate(part.path, 'hyperlink', href, 'outside') });
  }
  const target = part.slidePaths.get(idOf(href));
  if (target === undefined) return undefined;
  const id = part.package.relate(part.path, 'slide', target);
  return xml('a:hlinkClick', { 'r:id': id, action: 'ppaction://hlinksldjump' });
}

function idOf(href: string): string {
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}
