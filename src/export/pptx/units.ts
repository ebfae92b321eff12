import type { Box } from '../../client/shapes/measured.ts';
import { xml, type Element } from './xml.ts';

/** English Metric Units in a px: 914,400 in an inch of 96 px. */
const EMU = 9525;
/** Neither side of a slide may be longer (ECMA-376, ST_SlideSizeCoordinate). */
const LONGEST = 51_206_400;
const SHORTEST = 914_400;

/** How px of a deck become units of a presentation. */
export interface Scale {
  /** EMU for each px. */
  emu: (px: number) => number;
  /** Hundredths of a point for each px. */
  points: (px: number) => number;
}

/** Slides of 1280 × 720 px are as large as PowerPoint's own, 13.33 × 7.5 inches; very large and very small ones are scaled. */
export function scaleOf({ width, height }: { width: number; height: number }): Scale {
  const most = LONGEST / EMU / Math.max(width, height);
  const least = SHORTEST / EMU / Math.min(width, height);
  const factor = Math.max(Math.min(1, most), Math.min(least, most));
  return {
    emu: (px) => Math.round(px * EMU * factor),
    points: (px) => Math.round(px * 75 * factor),
  };
}

/** Returns the place of a shape. @param tag - `p:xfrm` in frames of graphics. */
export function transform(
  { emu }: Scale,
  box: Box,
  { rotation = 0, tag = 'a:xfrm' }: { rotation?: number; tag?: 'a:xfrm' | 'p:xfrm' } = {},
): Element {
  return xml(
    tag,
    { rot: rotation === 0 ? undefined : Math.round((((rotation % 360) + 360) % 360) * 60_000) },
    xml('a:off', { x: emu(box.x), y: emu(box.y) }),
    xml('a:ext', { cx: Math.max(0, emu(box.width)), cy: Math.max(0, emu(box.height)) }),
  );
}
