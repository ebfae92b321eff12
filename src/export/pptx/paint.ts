import type { Box, Fill, Hex, Line, Paint } from '../../client/shapes/measured.ts';
import { colourOf, solidFill, type Palette } from './colour-scheme.ts';
import { fewerStops } from './gradient-stops.ts';
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
    fewerStops(least).map(({ at, colour }) =>
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
export function geometryXml({ emu }: Scale, box: Box, paint: Partial<Paint> = {}): Element {
  const { radius = 0, corners, polygon, pieces, lines, ellipse = false } = paint;
  if (lines) return linesXml({ emu }, box, lines);
  if (pieces) return piecesXml(emu(box.width), emu(box.height), { pieces, radius: emu(radius) });
  if (polygon) {
    const points = polygon.map(({ x, y }): [number, number] => [
      emu(x[0] * box.width + x[1]),
      emu(y[0] * box.height + y[1]),
    ]);
    return polygonXml(emu(box.width), emu(box.height), points);
  }
  if (corners) return cornersXml({ emu }, box, corners);
  const shorter = Math.min(box.width, box.height);
  const isSquare = Math.abs(box.width - box.height) < 1;
  if (ellipse || (radius >= shorter / 2 && isSquare)) return preset('ellipse');
  if (radius < 0.5 || shorter === 0) return preset('rect');
  const share = Math.min(50_000, Math.round((radius / shorter) * 100_000));
  return preset('roundRect', xml('a:gd', { name: 'adj', fmla: `val ${share}` }));
}

function preset(name: string, adjust?: Element): Element {
  return xml('a:prstGeom', { prst: name }, xml('a:avLst', {}, adjust));
}

function polygonXml(width: number, height: number, polygon: readonly [number, number][]): Element {
  return customGeometry(width, height, outline(polygon));
}

interface Pieces {
  pieces: NonNullable<Paint['pieces']>;
  radius: number;
}

/** Writes rectangles, which may have round corners, as one shape. */
function piecesXml(width: number, height: number, { pieces, radius: most }: Pieces): Element {
  return customGeometry(
    width,
    height,
    pieces.flatMap((piece) => {
      const [left, right] = [Math.round(piece.x * width), Math.round((piece.x + piece.width) * width)];
      const [top, bottom] = [Math.round(piece.y * height), Math.round((piece.y + piece.height) * height)];
      const corner = Math.min(most, (right - left) / 2, (bottom - top) / 2);
      const radius = [Math.round(corner), Math.round(corner)] as const;
      return rounded([left, top, right, bottom], [radius, radius, radius, radius]);
    }),
  );
}

/** Writes a rectangle with corners of their own. */
function cornersXml({ emu }: Pick<Scale, 'emu'>, { width, height }: Box, corners: Corners): Element {
  const radii = corners.map(({ x, y }): Radius => [x[0] * width + x[1], y[0] * height + y[1]]);
  const [first = NONE, second = NONE, third = NONE, fourth = NONE] = radii;
  // As in CSS, radii that do not fit beside each other are made smaller together.
  const share = Math.min(
    1,
    width / Math.max(first[0] + second[0], third[0] + fourth[0], 1e-9),
    height / Math.max(first[1] + fourth[1], second[1] + third[1], 1e-9),
  );
  const scaled = radii.map(([across, down]): Radius => [emu(across * share), emu(down * share)]);
  return customGeometry(emu(width), emu(height), rounded([0, 0, emu(width), emu(height)], scaled));
}

type Corners = NonNullable<Paint['corners']>;
/** Across and down. */
type Radius = readonly [number, number];

const NONE: Radius = [0, 0];
const QUARTER = 5_400_000;

/** Returns the outline of a rectangle with round corners, from the upper left one clockwise. */
function rounded([left, top, right, bottom]: [number, number, number, number], radii: readonly Radius[]): Element[] {
  const [first = NONE, second = NONE, third = NONE, fourth = NONE] = radii;
  const point = (x: number, y: number): Element => xml('a:pt', { x, y });
  const line = (x: number, y: number): Element => xml('a:lnTo', {}, point(x, y));
  const arc = ([wR, hR]: Radius, quarters: number): Element[] =>
    wR > 0 && hR > 0 ? [xml('a:arcTo', { wR, hR, stAng: quarters * QUARTER, swAng: QUARTER })] : [];
  return [
    xml('a:moveTo', {}, point(left, top + first[1])),
    ...arc(first, 2),
    line(right - second[0], top),
    ...arc(second, 3),
    line(right, bottom - third[1]),
    ...arc(third, 0),
    line(left + fourth[0], bottom),
    ...arc(fourth, 1),
    xml('a:close'),
  ];
}

/** Writes open lines as one shape. */
function linesXml({ emu }: Pick<Scale, 'emu'>, box: Box, lines: NonNullable<Paint['lines']>): Element {
  const path = lines.flatMap((line) =>
    line.map(([x, y], index) => xml(index === 0 ? 'a:moveTo' : 'a:lnTo', {}, xml('a:pt', { x: emu(x), y: emu(y) }))),
  );
  return customGeometry(emu(box.width), emu(box.height), path, 'none');
}

function outline(polygon: readonly [number, number][]): Element[] {
  const [first, ...others] = polygon.map(([x, y]) => xml('a:pt', { x, y }));
  return [xml('a:moveTo', {}, first), ...others.map((point) => xml('a:lnTo', {}, point)), xml('a:close')];
}

function customGeometry(width: number, height: number, path: readonly Element[], fill?: 'none'): Element {
  return xml(
    'a:custGeom',
    {},
    xml('a:avLst'),
    xml('a:gdLst'),
    xml('a:ahLst'),
    xml('a:cxnLst'),
    xml('a:rect', { l: 'l', t: 't', r: 'r', b: 'b' }),
    xml('a:pathLst', {}, xml('a:path', { w: width, h: height, fill }, path)),
  );
}

/** Returns px between the edges of a shape and the room of its text: round shapes have it within their curves. */
export function curveInsets(
  { width, height }: Box,
  { radius, corners, ellipse, polygon }: Paint,
): { x: number; y: number } {
  const shorter = Math.min(width, height);
  const isCircle = radius >= shorter / 2 && Math.abs(width - height) < 1;
  if (polygon || corners) return { x: 0, y: 0 };
  const share = (1 - Math.SQRT1_2) / 2;
  if (ellipse || isCircle) return { x: width * share, y: height * share };
  const corner = Math.min(radius, shorter / 2) * (1 - Math.SQRT1_2);
  return { x: corner, y: corner };
}

/** Writes the shadow of a shape. */
export function effectsXml({ emu }: Scale, palette: Palette, { shadow }: Paint): Element | undefined {
  if (!shadow) return undefined;
  const { x, y, blur, colour } = shadow;
  const degrees = ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360;
  return xml(
    'a:effectLst',
    {},
    xml(
      'a:outerShdw',
      {
        blurRad: emu(blur),
        dist: emu(Math.hypot(x, y)),
        dir: Math.round(degrees * 60_000),
        algn: 'ctr',
        rotWithShape: 0,
      },
      colourOf(palette, colour),
    ),
  );
}
