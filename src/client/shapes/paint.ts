import { layersOf } from './css-layers.ts';
import { linearGradient, radialGradient } from './gradients.ts';
import type { Fill, Line, Paint } from './measured.ts';
import { round, seenColour, zoomOf, type Page } from './page.ts';

const SIDES = ['top', 'right', 'bottom', 'left'] as const;
const STYLES: ReadonlyMap<string, Line['style']> = new Map([
  ['dashed', 'dashed'],
  ['dotted', 'dotted'],
  ['double', 'double'],
]);

/** Reads what an element, or a pseudo-element of it, is painted with; `undefined` where nothing of it is seen. */
export function paintOf(page: Page, element: Element, style: CSSStyleDeclaration): Paint | undefined {
  const zoom = zoomOf(page, element);
  const fills = fillsOf(page, style);
  const borders = SIDES.map((side) => borderOf(page, style, { side, zoom }));
  const shadow = style.boxShadow !== 'none' && !/^rgba\([^)]*, 0\)/.test(style.boxShadow);
  if (fills.length === 0 && borders.every((border) => !border) && !shadow) return undefined;
  const [top, right, bottom, left] = borders;
  return {
    fills,
    borders: [top, right, bottom, left],
    radius: radiusOf(style.borderTopLeftRadius, element, zoom),
    polygon: polygonOf(style.clipPath, zoom),
    shadow,
  };
}

function fillsOf(page: Page, style: CSSStyleDeclaration): Fill[] {
  if (style.backgroundClip === 'text') return [];
  const colour = seenColour(page, style.backgroundColor);
  const fills: Fill[] = colour ? [{ kind: 'solid', colour }] : [];
  const layers = layersOf(style.backgroundImage);
  const [sizes, positions] = [layersOf(style.backgroundSize), layersOf(style.backgroundPosition)];
  layers.forEach((layer, index) => {
    const fill = layerFill(page, layer, {
      size: sizes[index % sizes.length] ?? 'auto',
      position: positions[index % positions.length] ?? '0% 0%',
    });
    if (fill) fills.splice(colour ? 1 : 0, 0, fill);
  });
  return fills;
}

function layerFill(page: Page, layer: string, place: { size: string; position: string }): Fill | undefined {
  if (layer.startsWith('linear-gradient(')) return linearGradient(page, layer, place);
  if (layer.startsWith('radial-gradient(')) return radialGradient(page, layer);
  const address = /^url\("(.*)"\)$/.exec(layer)?.[1];
  return address === undefined ? undefined : { kind: 'picture', address, ...place };
}

function borderOf(
  page: Page,
  style: CSSStyleDeclaration,
  { side, zoom }: { side: (typeof SIDES)[number]; zoom: number },
): Line | undefined {
  const width = Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) * zoom;
  const kind = style.getPropertyValue(`border-${side}-style`);
  const colour = seenColour(page, style.getPropertyValue(`border-${side}-color`));
  if (!(width > 0) || kind === 'none' || kind === 'hidden' || !colour) return undefined;
  return { width: round(width), colour, style: STYLES.get(kind) ?? 'solid' };
}

/** Reads the radius of corners; a share is one of the shorter side. */
export function radiusOf(css: string, element: Element, zoom: number): number {
  const first = Number.parseFloat(css) || 0;
  if (!css.includes('%')) return round(first * zoom);
  const { width, height } = element.getBoundingClientRect();
  return round((Math.min(width, height) * first) / 100);
}

/** Reads `clip-path`. */
export function polygonOf(css: string, zoom: number): Paint['polygon'] {
  const points = /^polygon\((.*)\)$/.exec(css)?.[1];
  if (points === undefined) return undefined;
  const corners = layersOf(points).map((point) => {
    const [x, y] = lengthsIn(point).map((length) => placeIn(length, zoom));
    return x && y ? { x, y } : undefined;
  });
  return corners.every((corner) => corner !== undefined) ? corners : undefined;
}

/** Splits `calc(100% - 8px) 50%` at the blank between its lengths. */
function lengthsIn(point: string): string[] {
  return point.match(/calc\([^)]*\)|[^\s]+/g) ?? [];
}

/** Reads a length of shares and px. */
function placeIn(length: string, zoom: number): [share: number, px: number] | undefined {
  const terms = [...length.matchAll(/([-+]?)\s*(\d+(?:\.\d+)?)(%|px)?(?=[\s)]|$)/g)];
  if (terms.length === 0) return undefined;
  let [share, px] = [0, 0];
  for (const [, sign, number, unit] of terms) {
    const value = Number(number) * (sign === '-' ? -1 : 1);
    if (unit === '%') share += value / 100;
    else px += value * zoom;
  }
  return [share, round(px)];
}
