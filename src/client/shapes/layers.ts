import { cornersOn, cutBox } from './cut.ts';
import type { Box, MeasuredBox } from './measured.ts';
import type { Area, Fill, Length, Paint } from './measured-paint.ts';
import { round, type Page } from './page.ts';
import { UNPAINTED } from './unpainted.ts';

/** Puts fills that are in a part of their box, or reach beyond it, into boxes of their own. */
export function layered(page: Page, box: MeasuredBox): MeasuredBox {
  const { paint } = box;
  if (!paint?.fills.some(({ area }) => area)) return box;
  const fills = paint.fills.filter(({ area }) => !area);
  const isSeen = fills.length > 0 || paint.borders.some(Boolean) || paint.shadow || paint.ring;
  return {
    ...box,
    paint: isSeen ? { ...paint, fills } : undefined,
    blocks: [...(box.rotation === 0 ? partFills(page, box, paint) : []), ...box.blocks],
  };
}

/** Returns a box for each fill that is in a part of a box. */
export function partFills(page: Page, box: MeasuredBox, paint: Paint): MeasuredBox[] {
  return paint.fills.flatMap((fill): MeasuredBox[] => {
    const place = fill.area && placeOf(page, fill.area, box.box);
    if (!place || place.box.width < 0.3 || place.box.height < 0.3) return [];
    const { area: _, ...own } = fill;
    return [{ ...box, box: place.box, blocks: [], paint: paintIn(place, own, { box, paint }) }];
  });
}

interface Place {
  box: Box;
  pieces: Paint['pieces'];
}

function paintIn({ box, pieces }: Place, fill: Fill, around: { box: MeasuredBox; paint: Paint }): Paint {
  const { polygon } = around.paint;
  const cut = polygon && cutBox(box, cornersOn(around.box.box, polygon));
  return { ...UNPAINTED, fills: [fill], pieces, polygon: cut };
}

/** Slides hide what is beyond their edges. */
function placeOf({ frame }: Page, area: Area, box: Box): Place {
  const across = along(area.x, area.width, { from: box.x, length: box.width, every: area.every[0], end: frame.width });
  const down = along(area.y, area.height, { from: box.y, length: box.height, every: area.every[1], end: frame.height });
  const [x, y] = [across.from, down.from];
  const [width, height] = [round(across.to - x), round(down.to - y)];
  const isOne = across.spans.length === 1 && down.spans.length === 1;
  const pieces = down.spans.flatMap(([top, bottom]) =>
    across.spans.map(([left, right]) => ({
      x: (left - x) / width,
      y: (top - y) / height,
      width: (right - left) / width,
      height: (bottom - top) / height,
    })),
  );
  return { box: { x: round(x), y: round(y), width, height }, pieces: isOne ? undefined : pieces };
}

/** Repeated parts that are more are one grey to the eye. */
const MOST = 200;

/** Returns where a part is on one axis, and each of its repetitions, on the slide. */
function along(
  start: Length,
  size: Length,
  { from, length, every, end }: { from: number; length: number; every: Length | undefined; end: number },
): { from: number; to: number; spans: [number, number][] } {
  const px = ([share, beside]: Length): number => share * length + beside;
  const [first, part] = [from + px(start), px(size)];
  const step = every ? px(every) : 0;
  const isRepeated = step > 0 && length / step > 1 && length / step < MOST;
  const least = isRepeated ? from : Math.max(0, first);
  const most = isRepeated ? from + length : Math.min(end, first + part);
  const begin = isRepeated ? first - Math.ceil((first - from) / step) * step : first;
  const spans: [number, number][] = [];
  for (let at = begin; at < most && spans.length < MOST; at += isRepeated ? step : Infinity) {
    const [low, high] = [Math.max(least, at), Math.min(most, at + part)];
    if (high > low) spans.push([low, high]);
  }
  return { from: least, to: Math.max(least, most), spans };
}
