import type { Box, Fill, Hex, Line, Paint } from '../../client/shapes/measured.ts';
import { colourOf, solidFill, type Palette } from './colour-scheme.ts';
import type { Scale } from './units.ts';
import { xml, type Element } from './xml.ts';

/** Writes the fill of a shape or background; `undefined` for images, which need parts of their own. */
export function fillXml(palette: Palette, fill: Fill, opacity = 1): Element | undefined {
  switch (fill.kind) {
    case 'solid':
      return solidFill(palette, faded(fill.colour, opacity));
    case 'linear':
      return xml(
        'a:gradFill',
        { rotWithShape: 1 },
        stopsXml(palette, fill.stops, opacity),
        xml('a:lin', { ang: Math.round((((fill.angle % 360) + 360) % 360) * 60_000), scaled: 0 }),
      );
    case 'radial':
      return xml(
        'a:gradFill',
        { rotWithShape: 1 },
        stopsXml(palette, fill.stops, opacity),
        xml('a:path', { path: 'circle' }, xml('a:fillToRect', { l: 50_000, t: 50_000, r: 50_000, b: 50_000 })),
      );
    default:
      return undefined;
  }
}

function stopsXml(palette: Palette, stops: readonly { at: number; colour: Hex }[], opacity: number): Element {
  const [first] = stops;
  const least = stops.length === 1 && first ? [first, { ...first, at: 1 }] : stops;
  return xml(
    'a:gsLst',
    {},
    least
      .toSorted((one, other) => one.at - other.at)
      .map(({ at, colour }) =>
        xml('a:gs', { pos: Math.round(at * 100_000) }, colourOf(palette, faded(colour, opacity))),
      ),
  );
}

/** Returns a colour with less opacity. */
function faded(hex: Hex, opacity: number): Hex {
  if (opacity >= 1) return hex;
  const alpha = hex.length > 7 ? Number.parseInt(hex.slice(7), 16) : 255;
  return `${hex.slice(0, 7)}${Math.round(alpha * opacity)
    .toString(16)
    .padStart(2, '0')}`;
}

const DASHES: ReadonlyMap<Line['style'], string> = new Map([
  ['dashed', 'dash'],
  ['dotted', 'sysDot'],
]);

/** Writes the outline of a shape. */
export function lineXml({ emu }: Scale, palette: Palette, line: Line | undefined, tag = 'a:ln'): Element {
  if (!line) return xml(tag, {}, xml('a:noFill'));
  const dash = DASHES.get(line.style);
  return xml(
    tag,
    { w: emu(line.width), cmpd: line.style === 'double' ? 'dbl' : undefined },
    solidFill(palette, line.colour),
    dash === undefined ? undefined : xml('a:prstDash', { val: dash }),
  );
}

/** Returns the border that all sides have. */
export function commonBorder({ borders }: Paint): Line | undefined {
  const [top] = borders;
  return top && borders.every((side) => side && side.width === top.width && side.colour === top.colour)
    ? top
    : undefined;
}

/** Writes the outline of a box: a rectangle, with round corners, an ellipse or a polygon. */
export function geometryXml({ emu }: Scale, box: Box, { radius = 0, polygon }: Partial<Paint> = {}): Element {
  if (polygon) {
    const points = polygon.map(({ x, y }): [number, number] => [
      emu(x[0] * box.width + x[1]),
      emu(y[0] * box.height + y[1]),
    ]);
    return polygonXml(emu(box.width), emu(box.height), points);
  }
  const shorter = Math.min(box.width, box.height);
  const isSquare = Math.abs(box.width - box.height) < 1;
  if (radius >= shorter / 2 && isSquare) return preset('ellipse');
  if (radius < 0.5 || shorter === 0) return preset('rect');
  const share = Math.min(50_000, Math.round((radius / shorter) * 100_000));
  return preset('roundRect', xml('a:gd', { name: 'adj', fmla: `val ${share}` }));
}

function preset(name: string, adjust?: Element): Element {
  return xml('a:prstGeom', { prst: name }, xml('a:avLst', {}, adjust));
}

function polygonXml(width: number, height: number, polygon: readonly [number, number][]): Element {
  const points = polygon.map(([x, y]) => xml('a:pt', { x, y }));
  const [first, ...others] = points;
  return xml(
    'a:custGeom',
    {},
    xml('a:avLst'),
    xml('a:gdLst'),
    xml('a:ahLst'),
    xml('a:cxnLst'),
    xml('a:rect', { l: 'l', t: 't', r: 'r', b: 'b' }),
    xml(
      'a:pathLst',
      {},
      xml(
        'a:path',
        { w: width, h: height },
        xml('a:moveTo', {}, first),
        others.map((point) => xml('a:lnTo', {}, point)),
        xml('a:close'),
      ),
    ),
  );
}
