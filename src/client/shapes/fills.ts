import { layersOf } from './css-layers.ts';
import { linearGradient, radialGradient } from './gradients.ts';
import { lengthsIn, placeIn } from './lengths.ts';
import type { Area, Fill, Length } from './measured-paint.ts';
import { round, seenColour, type Page } from './page.ts';

/** Reads backgrounds, from the lowest to the uppermost. */
export function fillsOf(page: Page, style: CSSStyleDeclaration, zoom: number): Fill[] {
  const image = borderImage(page, style, zoom);
  if (style.backgroundClip === 'text') return image;
  const colour = seenColour(page, style.backgroundColor);
  if (style.backgroundImage === 'none') return [...image, ...(colour ? [{ kind: 'solid', colour } as const] : [])];
  const list = (property: string): string[] => layersOf(style.getPropertyValue(property));
  const [sizes, repeats] = [list('background-size'), list('background-repeat')];
  const [across, down] = [list('background-position-x'), list('background-position-y')];
  const images = layersOf(style.backgroundImage);
  const layers = images.flatMap((layer, index): Fill[] => {
    const size = sizes[index % sizes.length] ?? 'auto';
    const position = [across[index % across.length] ?? '0%', down[index % down.length] ?? '0%'] as const;
    const area = areaOf({ size, position, repeat: repeats[index % repeats.length] ?? 'repeat' }, zoom);
    const fill = layerFill(page, layer, { size, position: position.join(' '), area, zoom });
    if (!fill) return [];
    return fill.kind === 'picture' ? [fill] : (bandsOf(fill, area) ?? [{ ...fill, area }]);
  });
  return [...image, ...(colour ? [{ kind: 'solid', colour } as const] : []), ...layers.toReversed()];
}

interface LayerPlace {
  size: string;
  position: string;
  area: Area | undefined;
  zoom: number;
}

function layerFill(page: Page, layer: string, { size, position, area, zoom }: LayerPlace): Fill | undefined {
  if (layer.startsWith('linear-gradient('))
    return linearGradient(page, layer, area && { width: area.width[1] / zoom, height: area.height[1] / zoom });
  if (layer.startsWith('radial-gradient(')) return radialGradient(page, layer);
  if (layer === 'none') return undefined;
  return {
    kind: 'picture',
    address: /^url\("(.*)"\)$/s.exec(layer)?.[1]?.replaceAll('\\"', '"') ?? '',
    size,
    position,
  };
}

/** Returns the bands of a gradient that changes its colours at once; `undefined` for others. */
function bandsOf(fill: Fill, area: Area = WHOLE): Fill[] | undefined {
  if (fill.kind !== 'linear' || fill.angle % 90 !== 0) return undefined;
  const stops = fill.angle < 180 ? fill.stops : fill.stops.map((stop) => ({ ...stop, at: 1 - stop.at })).toReversed();
  const bands: Fill[] = [];
  for (const [index, stop] of stops.entries()) {
    const next = stops[index + 1] ?? { ...stop, at: 1 };
    const from = index === 0 ? 0 : stop.at;
    if (next.at - from < 0.001) continue;
    if (next.colour.slice(0, 7) !== stop.colour.slice(0, 7) || next.colour !== stop.colour) {
      if (!isClear(next.colour) || !isClear(stop.colour)) return undefined;
    }
    if (isClear(stop.colour)) continue;
    const [way, length] = fill.angle % 180 === 0 ? (['x', 'width'] as const) : (['y', 'height'] as const);
    const [share, px] = area[length];
    const band: Length = [share * (next.at - from), px * (next.at - from)];
    const begin: Length = [area[way][0] + share * from, area[way][1] + px * from];
    bands.push({ kind: 'solid', colour: stop.colour, area: { ...area, [way]: begin, [length]: band } });
  }
  return bands;
}

const WHOLE: Area = { x: [0, 0], y: [0, 0], width: [1, 0], height: [1, 0], every: [undefined, undefined] };

function isClear(colour: string): boolean {
  return colour.length === 9 && colour.endsWith('00');
}

/** Returns the part of a box that a layer is in; `undefined` where it fills the box. */
function areaOf(
  { size, position, repeat }: { size: string; position: readonly [string, string]; repeat: string },
  zoom: number,
): Area | undefined {
  const [width, height = 'auto'] = lengthsIn(size).map((length) => placeIn(length, zoom));
  if (!width || !height || height === 'auto') return undefined;
  const [x, y] = position.map((css, axis) => offset(css, axis === 0 ? width : height, zoom));
  const isWhole = [width, height].every(([share, px]) => share === 1 && px === 0);
  if (isWhole || !x || !y) return undefined;
  const [first = 'repeat', second = first] =
    repeat === 'repeat-x'
      ? ['repeat', 'no-repeat']
      : repeat === 'repeat-y'
        ? ['no-repeat', 'repeat']
        : repeat.split(' ');
  return {
    x,
    y,
    width,
    height,
    every: [first === 'repeat' ? width : undefined, second === 'repeat' ? height : undefined],
  };
}

/** Reads where a layer begins: shares are of the room that it leaves. */
function offset(css: string, [share, px]: Length, zoom: number): Length {
  const [side = '', length = ''] = lengthsIn(css);
  const isFar = side === 'right' || side === 'bottom';
  const [at, beside] = isFar
    ? [1, -(placeIn(length, zoom)?.[1] ?? 0)]
    : (placeIn(side === 'left' || side === 'top' ? length : side, zoom) ?? [side === 'center' ? 0.5 : 0, 0]);
  return [at * (1 - share), round(beside - at * px)];
}

/** Reads a border image of one colour, which fills more than the box. */
function borderImage(page: Page, style: CSSStyleDeclaration, zoom: number): Fill[] {
  const { borderImageSource } = style;
  if (!borderImageSource.startsWith('linear-gradient(') || !style.borderImageSlice.includes('fill')) return [];
  const fill = linearGradient(page, borderImageSource);
  if (fill?.kind !== 'solid') return [];
  const px = lengthsIn(style.borderImageOutset).map((length) => (Number.parseFloat(length) || 0) * zoom);
  const [top = 0, right = top, bottom = top, left = right] = px;
  return [
    {
      ...fill,
      area: {
        x: [0, -left],
        y: [0, -top],
        width: [1, left + right],
        height: [1, top + bottom],
        every: [undefined, undefined],
      },
    },
  ];
}
