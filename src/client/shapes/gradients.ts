import type { Fill, GradientStop } from './measured.ts';
import { layersOf } from './css-layers.ts';
import { seenColour, type Page } from './page.ts';

const DIRECTIONS: ReadonlyMap<string, number> = new Map([
  ['to top', 0],
  ['to right', 90],
  ['to bottom', 180],
  ['to left', 270],
  ['to top right', 45],
  ['to bottom right', 135],
  ['to bottom left', 225],
  ['to top left', 315],
]);

/** Reads a linear gradient as computed styles have it. */
export function linearGradient(
  page: Page,
  css: string,
  tile: { width: number; height: number } = { width: 0, height: 0 },
): Fill | undefined {
  const parts = layersOf(inner(css));
  const [first = ''] = parts;
  const degrees = /^(-?[\d.]+)deg$/.exec(first)?.[1];
  const named = DIRECTIONS.get(first);
  const isDirection = degrees !== undefined || named !== undefined;
  const angle = ((degrees === undefined ? (named ?? 180) : Number(degrees)) - 90 + 360) % 360;
  const stops = stopsOf(page, isDirection ? parts.slice(1) : parts, angle % 180 === 0 ? tile.width : tile.height);
  const only = stops[0];
  if (!only) return undefined;
  if (stops.every(({ colour }) => colour === only.colour)) return { kind: 'solid', colour: only.colour };
  return { kind: 'linear', angle, stops };
}

/** Reads a radial gradient as computed styles have it. */
export function radialGradient(page: Page, css: string): Fill | undefined {
  const parts = layersOf(inner(css));
  const isShape = /\bat\b|circle|ellipse|closest|farthest/.test(parts[0] ?? '');
  const stops = stopsOf(page, isShape ? parts.slice(1) : parts);
  return stops.length > 0 ? { kind: 'radial', stops } : undefined;
}

function inner(css: string): string {
  return css.slice(css.indexOf('(') + 1, css.lastIndexOf(')'));
}

/** @param length - px of the gradient, for stops in px; 0 where it is not known. */
function stopsOf(page: Page, parts: readonly string[], length = 0): GradientStop[] {
  const found = parts.flatMap((part): { at: number | undefined; colour: string }[] => {
    const places = [...part.matchAll(/(?<=\s)(-?[\d.]+)(%|px)/g)].flatMap(([, number, unit]) =>
      unit === '%' ? Number(number) / 100 : length > 0 ? Number(number) / length : [],
    );
    const colour = part.replaceAll(/\s+-?[\d.]+(?:%|px)/g, '').trim();
    const seen = seenColour(page, colour) ?? '#00000000';
    return places.length > 1 ? places.map((at) => ({ at, colour: seen })) : [{ at: places[0], colour: seen }];
  });
  const last = found.length - 1;
  const stops = found.map(({ at, colour }, index) => ({ at: at ?? (last > 0 ? index / last : 0), colour }));
  // Colours that fade to nothing keep their hue.
  return stops.map(({ at, colour }, index) => ({
    at: Math.min(1, Math.max(0, at)),
    colour:
      colour === '#00000000' ? `${(stops[index + 1] ?? stops[index - 1] ?? { colour }).colour.slice(0, 7)}00` : colour,
  }));
}
