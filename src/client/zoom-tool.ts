import { onFrame, type Point, type Tool } from './annotation-hand.ts';
import type { AnnotationShapes, Box } from './annotation-shapes.ts';
import type { ToolWorks } from './annotation-tools.ts';
import { froze, zoomedTo, type Zoom } from './talk.ts';
import { zoomedBy, zoomWithin } from './zoom-slide.ts';

/** How near a click comes. */
const CLICK = 2.5;
/** Px that a hand moves before it drags. */
const DRAG = 6;

/**
 * Creates the magnifier: a click or a frame comes nearer, the wheel nearer or away, dragging moves what is shown.
 *
 * @param follows - the window shows the slide as the audience sees it, and dragged content follows the hand; else a
 * frame marks the part that the audience sees.
 */
export function zoomTool({ store, size, slide, onSlide }: ToolWorks, shapes: AnnotationShapes, follows: boolean): Tool {
  const soon = onFrame();
  const whole: Zoom = { x: size.width / 2, y: size.height / 2, scale: 1 };
  const current = (): Zoom => (store.talk.at.slide === slide() && store.talk.at.zoom) || whole;
  let from: { at: Point; zoom: Zoom } | undefined;
  let frame: Box | undefined;
  const set = (zoom: Zoom): void =>
    store.change((talk) => {
      // Zooming in the audience's own window is for the audience.
      const now = follows ? froze(talk, false) : talk;
      return now.at.slide === slide() ? zoomedTo(now, zoomWithin(zoom, size)) : talk;
    });
  const draw = (box: Box | undefined): void => {
    frame = box;
    shapes.frame(box);
  };
  return {
    get cursor() {
      return current() === whole ? 'zoom-in' : 'grab';
    },
    down(at) {
      from = { at, zoom: current() };
    },
    move([x, y], pressed) {
      if (!pressed || !from) return;
      const { at, zoom } = from;
      const [across, down] = [x - at[0], y - at[1]];
      if (Math.hypot(across, down) < DRAG && !frame) return;
      if (zoom === whole) {
        const [width, height] = [Math.abs(across), Math.abs(down)];
        return draw({ x: Math.min(x, at[0]), y: Math.min(y, at[1]), width, height });
      }
      frame = { x, y, width: 0, height: 0 };
      const by = follows ? -1 / zoom.scale : 1;
      soon(() => set({ ...zoom, x: zoom.x + across * by, y: zoom.y + down * by }));
    },
    up() {
      if (!from) return;
      const { at, zoom } = from;
      from = undefined;
      if (!frame) return set(zoom === whole ? zoomedBy(whole, CLICK, at) : whole);
      const { x, y, width, height } = frame;
      draw(undefined);
      if (zoom !== whole) return;
      const scale = Math.min(size.width / Math.max(width, 1), size.height / Math.max(height, 1));
      set({ x: x + width / 2, y: y + height / 2, scale });
    },
    size: (factor, at) => set(zoomedBy(current(), factor, onSlide(at))),
    shift(x, y) {
      const zoom = current();
      if (zoom === whole) return false;
      set({ ...zoom, x: zoom.x + (x * size.width) / zoom.scale, y: zoom.y + (y * size.height) / zoom.scale });
      return true;
    },
    end() {
      draw(undefined);
    },
  };
}
