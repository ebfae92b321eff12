import type { Run } from '../../client/shapes/measured.ts';
import { colourOf, solidFill } from './colour-scheme.ts';
import type { ShapesPart } from './slide-part.ts';
import { deviations, type LevelStyle } from './text-style.ts';
import { xml, type Element } from './xml.ts';

/** Writes how a run looks, as far as it differs from what it inherits. */
export function runProperties(part: ShapesPart, run: Run, inherited?: LevelStyle, tag = 'a:rPr'): Element {
  const { palette } = part;
  const { colour, font, ...attributes } = deviations(part, run, inherited);
  const link = run.href === undefined ? undefined : linkXml(part, run.href);
  return xml(
    tag,
    attributes,
    colour === undefined || link ? undefined : solidFill(palette, colour),
    run.highlight === undefined ? undefined : xml('a:highlight', {}, colourOf(palette, run.highlight.slice(0, 7))),
    font === undefined ? undefined : fontXml(font),
    link,
  );
}

/** Names a font for all scripts. */
function fontXml(font: string): Element[] {
  return ['a:latin', 'a:ea', 'a:cs'].map((tag) => xml(tag, { typeface: font }));
}

/** Writes a link to an address or a slide; `undefined` where it leads nowhere in the file. */
function linkXml(part: ShapesPart, href: string): Element | undefined {
  if (!href.startsWith('#')) {
    return xml('a:hlinkClick', { 'r:id': part.package.relate(part.path, 'hyperlink', href, 'outside') });
  }
  const target = part.slidePaths.get(decodeURIComponent(href.slice(1)));
  if (target === undefined) return undefined;
  const id = part.package.relate(part.path, 'slide', target);
  return xml('a:hlinkClick', { 'r:id': id, action: 'ppaction://hlinksldjump' });
}
