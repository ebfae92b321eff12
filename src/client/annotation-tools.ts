import type { Size } from '../model/deck.ts';
import { MARKER_OPACITY, MARKER_WIDTH, PEN_WIDTH, type Stroke } from '../model/stroke.ts';
import { onFrame, type Point, type Tool } from './annotation-hand.ts';
import { straightened } from './straighten.ts';
import type { TalkStore } from './talk-store.ts';

/** The slide that a tool works on, and what it writes with. */
export interface ToolWorks {
  store: TalkStore;
  size: Size;
  slide: () => string;
  colour: () => string;
  /** Returns the place on the slide of a point of its image. */
  onSlide: (at: Point) => Point;
}

/** How long a hand is held still for its line to become straight, in ms. */
const STILL = 600;

/** Creates a pen, or a marker, which is broad. */
export function penTool({ store, slide, colour, onSlide }: ToolWorks, marker = false): Tool {
  const soon = onFrame();
  let stroke: Stroke | undefined;
  let straight = false;
  let still: ReturnType<typeof setTimeout> | undefined;
  const straighten = (): void => {
    if (!stroke || straight) return;
    straight = true;
    stroke = { ...stroke, points: straightened(stroke.points) };
    store.show({ type: 'trace', slide: slide(), stroke });
  };
  return {
    get cursor() {
      return marker
        ? dotCursor(MARKER_WIDTH / 2, `fill="${colour()}" fill-opacity="${MARKER_OPACITY}" stroke="#888"`)
        : dotCursor(PEN_WIDTH, `fill="${colour()}" stroke="#888"`);
    },
    down(at) {
      stroke = { colour: colour(), points: onSlide(at), ...(marker && { marker }) };
      straight = false;
    },
    move(at) {
      if (!stroke || straight) return;
      stroke.points.push(...onSlide(at));
      clearTimeout(still);
      still = setTimeout(straighten, STILL);
      soon(() => stroke && store.show({ type: 'trace', slide: slide(), stroke }));
    },
    up(shift) {
      clearTimeout(still);
      soon(undefined);
      if (shift) straighten();
      store.show({ type: 'trace', slide: slide(), stroke: null });
      if (stroke) store.draw(slide(), [...store.drawing(slide()).strokes, stroke]);
      stroke = undefined;
    },
  };
}

/** Takes away every line that it touches. */
export function eraserTool({ store, size, slide, onSlide }: ToolWorks): Tool {
  const reach = (size.width / 1280) * 10;
  const wipe = (at: Point): void => {
    const { strokes } = store.drawing(slide());
    const left = strokes.filter((stroke) => distanceTo(stroke, onSlide(at)) > reach + (stroke.marker ? reach : 0));
    if (left.length < strokes.length) store.draw(slide(), left);
  };
  return {
    cursor: dotCursor(10, 'fill="#fff" fill-opacity=".5" stroke="#444"'),
    down: wipe,
    move: (at, pressed) => pressed && wipe(at),
  };
}

function distanceTo({ points }: Stroke, [x, y]: Point): number {
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < points.length; at += 2) {
    const [fromX = 0, fromY = 0] = points.slice(at, at + 2);
    const [toX = fromX, toY = fromY] = points.slice(at + 2, at + 4);
    const [dx, dy] = [toX - fromX, toY - fromY];
    const along = Math.min(1, Math.max(0, ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy || 1)));
    least = Math.min(least, Math.hypot(x - fromX - along * dx, y - fromY - along * dy));
  }
  return least;
}

/** Creates a red dot, or a spotlight around it. */
export function pointerTool({ store, size, onSlide }: ToolWorks, isSpotlight = false): Tool {
  const soon = onFrame();
  const unit = size.width / 1280;
  let [spot, last]: [number, Point | null] = [150 * unit, null];
  const show = (point: Point | null): void => {
    last = point;
    soon(() => store.show({ type: 'pointer', point, ...(isSpotlight && point && { spot }) }));
  };
  const leave = (): void => {
    soon(undefined);
    last = null;
    store.show({ type: 'pointer', point: null });
  };
  return {
    cursor: 'none',
    move: (at) => show(onSlide(at)),
    leave,
    end: leave,
    ...(isSpotlight && {
      size(factor) {
        spot = Math.round(Math.min(600 * unit, Math.max(40 * unit, spot * factor)));
        if (last) show(last);
      },
    }),
  };
}

function dotCursor(radius: number, look: string): string {
  const dot = `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32"><circle cx="16" cy="16" r="${radius}" ${look}/></svg>`;
  return `url('data:image/svg+xml,${encodeURIComponent(dot)}') 16 16, crosshair`;
}
