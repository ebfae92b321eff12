import type { Run } from '../../client/shapes/measured.ts';
import { opaqueColour, solidFill } from './colour-scheme.ts';
import { keepsName, type ShapesPart } from './slide-part.ts';
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
  const hasLinkColour = palette.get(run.colour) === 'hlink';
  const link = run.href === undefined ? undefined : linkXml(part, run.href, hasLinkColour);
  return xml(
    tag,
    { ...attributesOf(part, run, inherited), ...(tag === 'a:defRPr' && { lang: undefined }) },
    !link && inherited?.colour === run.colour && keepsName(part, run.colour)
      ? undefined
      : solidFill(palette, run.colour),
    run.highlight === undefined ? undefined : xml('a:highlight', {}, opaqueColour(palette, run.highlight)),
    inherited?.font === run.font ? undefined : fontXml(part, run.font),
    link,
  );
}

function attributesOf(part: ShapesPart, run: Run, base: Run | undefined): RunStyle {
  const size = sizeOf(part, run);
  const bold = run.weight >= BOLD;
  return {
    lang: run.lang ?? part.slide?.settings.lang ?? part.job.deck.meta.lang,
    sz: base && sizeOf(part, base) === size ? undefined : size,
    b: bold === (base ? base.weight >= BOLD : false) ? undefined : bold,
    i: run.italic === (base?.italic ?? false) ? undefined : run.italic,
    u: run.underline ? (run.href === undefined ? 'sng' : undefined) : run.href === undefined ? undefined : 'none',
    strike: run.strike ? 'sngStrike' : undefined,
    cap: run.caps === base?.caps ? undefined : (run.caps ?? 'none'),
    spc: run.spacing === (base?.spacing ?? 0) ? undefined : part.scale.points(run.spacing),
    baseline: run.baseline === 'super' ? 30_000 : run.baseline === 'sub' ? -25_000 : undefined,
  };
}

/** Hundredths of a point, in tenths of it. */
function sizeOf({ scale }: ShapesPart, { size }: Run): number {
  return Math.max(100, Math.round(scale.points(size) / 10) * 10);
}

/** Names a font for all scripts: one of the theme's, where it is. */
function fontXml({ fonts }: ShapesPart, font: string): Element[] {
  const theme = font === fonts.major ? '+mj' : font === fonts.minor ? '+mn' : undefined;
  return (['lt', 'ea', 'cs'] as const).map((script) =>
    xml(script === 'lt' ? 'a:latin' : `a:${script}`, { typeface: theme === undefined ? font : `${theme}-${script}` }),
  );
}

/** PowerPoint repairs files with longer addresses. */
const LONGEST = 2083;

/**
 * Writes a link to an address or a slide; `undefined` where it leads nowhere in the file.
 *
 * @param hasLinkColour - it looks like the theme's links; others keep the colour of their text.
 */
function linkXml(part: ShapesPart, href: string, hasLinkColour: boolean): Element | undefined {
  const target = href.startsWith('#') ? part.slidePaths.get(idOf(href)) : undefined;
  if (href.startsWith('#') && target === undefined) return undefined;
  if (encodeURI(href.toWellFormed()).length > LONGEST) return undefined;
  const id =
    target === undefined
      ? part.package.relate(part.path, 'hyperlink', href, 'outside')
      : part.package.relate(part.path, 'slide', target);
  const action = target === undefined ? undefined : 'ppaction://hlinksldjump';
  return xml('a:hlinkClick', { 'r:id': id, action }, hasLinkColour ? undefined : OWN_COLOUR);
}

/** Lets a link have the colour of its text (PowerPoint 2019). */
const OWN_COLOUR = xml(
  'a:extLst',
  {},
  xml(
    'a:ext',
    { uri: '{A12FA001-AC4F-418D-AE19-62706E023703}' },
    xml('ahyp:hlinkClr', {
      'xmlns:ahyp': 'http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor',
      val: 'tx',
    }),
  ),
);

function idOf(href: string): string {
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}
