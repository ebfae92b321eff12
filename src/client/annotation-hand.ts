import type { Size } from '../model/deck.ts';

export type Point = [x: number, y: number];

/** The actions of a hand with a tool. Points are px of the window's image of the slide. */
export interface Tool {
  cursor: string;
  down?: (at: Point) => void;
  /** @param pressed - the hand is down. */
  move: (at: Point, pressed: boolean) => void;
  /** @param straight - Shift is held. */
  up?: (straight: boolean) => void;
  leave?: () => void;
  /** @param factor - above 1 for larger. */
  size?: (factor: number, at: Point) => void;
  /** Moves what it shows by parts of the window; `false` where there is nothing to move. */
  shift?: (x: number, y: number) => boolean;
  /** It is taken up no more. */
  end?: () => void;
}

/** Tells a tool what a mouse, a finger or a pen does over a slide. */
export function takeHand(element: SVGSVGElement, size: Size, tool: () => Tool | undefined): void {
  let pressed = false;
  const pointOf = ({ clientX, clientY }: MouseEvent): Point => {
    // The layer itself may be shown larger, and on its way there.
    const box = (element.parentElement ?? element).getBoundingClientRect();
    return [
      tenths(((clientX - box.left) / box.width) * size.width),
      tenths(((clientY - box.top) / box.height) * size.height),
    ];
  };
  element.addEventListener('pointerdown', (event) => {
    const taken = tool();
    if (!taken?.down) return;
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    pressed = true;
    taken.down(pointOf(event));
  });
  element.addEventListener('pointermove', (event) => tool()?.move(pointOf(event), pressed));
  const up = ({ shiftKey }: PointerEvent): void => {
    if (pressed) tool()?.up?.(shiftKey);
    pressed = false;
  };
  element.addEventListener('pointerup', up);
  element.addEventListener('pointercancel', up);
  element.addEventListener('pointerleave', () => tool()?.leave?.());
  element.addEventListener('wheel', (event) => {
    const { size: resize } = tool() ?? {};
    if (!resize) return;
    event.preventDefault();
    event.stopPropagation();
    resize(Math.exp(-event.deltaY * 0.0015), pointOf(event));
  });
}

/** Returns a function that has the last of what it is given done with the next frame: hands are heard of more often. */
export function onFrame(): (act: (() => void) | undefined) => void {
  let frame = 0;
  return (act) => {
    cancelAnimationFrame(frame);
    if (act) frame = requestAnimationFrame(act);
  };
}

/** Rounds to a tenth of a px. */
export function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
