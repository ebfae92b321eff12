import { createAnnotationShapes } from './annotation-shapes.ts';
import type { Stroke } from './talk.ts';
import type { TalkStore } from './talk-store.ts';

export type AnnotationMode = 'none' | 'pointer' | 'pen';

/** A layer over a slide that shows drawings and the pointer, and takes them where somebody draws on it. */
export interface AnnotationLayer {
  element: SVGSVGElement;
  mode: () => AnnotationMode;
  setMode: (mode: AnnotationMode) => void;
  setColour: (colour: string) => void;
  /** Shows what is drawn on a slide. */
  show: (slide: string) => void;
}

/**
 * Creates the layer that shows and takes annotations of a slide, and the pointer.
 *
 * @param size - of the slide, in px.
 */
export function createAnnotationLayer(store: TalkStore, size: { width: number; height: number }): AnnotationLayer {
  const shapes = createAnnotationShapes(size);
  const { element } = shapes;
  let mode: AnnotationMode = 'none';
  let colour = '#e5262b';
  let slide = '';
  store.listen((news) => {
    if (news.type === 'drawing' && news.slide === slide) shapes.lines(news.drawing.strokes);
    else if (news.type === 'trace' && news.slide === slide) shapes.trace(news.stroke);
    // Frozen, the audience does not see what the speaker points at elsewhere.
    else if (news.type === 'pointer') shapes.pointer(store.talk.at.slide === slide ? news.point : null);
  });
  recordAnnotations(element, size, {
    pen: () => (mode === 'pen' ? { colour, points: [] } : undefined),
    trace: (stroke) => store.show({ type: 'trace', slide, stroke }),
    stroke: (stroke) => store.draw(slide, [...store.drawing(slide).strokes, stroke]),
    pointer(point) {
      if (mode === 'pointer') store.show({ type: 'pointer', point });
    },
  });
  return {
    element,
    mode: () => mode,
    setMode(next) {
      if (mode === 'pointer' && next !== 'pointer') store.show({ type: 'pointer', point: null });
      mode = next;
      element.style.pointerEvents = next === 'none' ? 'none' : 'auto';
      element.style.cursor = { none: '', pointer: 'none', pen: 'crosshair' }[next];
    },
    setColour(next) {
      colour = next;
    },
    show(next) {
      slide = next;
      shapes.lines(store.drawing(next).strokes);
      shapes.trace(null);
    },
  };
}

/** What becomes of a hand over a slide. */
interface InkTaker {
  /** A new line, where the hand draws. */
  pen: () => Stroke | undefined;
  trace: (stroke: Stroke | null) => void;
  stroke: (stroke: Stroke) => void;
  pointer: (point: [x: number, y: number] | null) => void;
}

function recordAnnotations(element: SVGSVGElement, size: { width: number; height: number }, taker: InkTaker): void {
  let stroke: Stroke | undefined;
  const inSlide = ({ clientX, clientY }: PointerEvent): [number, number] => {
    const box = element.getBoundingClientRect();
    const round = (value: number): number => Math.round(value * 10) / 10;
    return [
      round(((clientX - box.left) / box.width) * size.width),
      round(((clientY - box.top) / box.height) * size.height),
    ];
  };
  // Told once a frame, however often the hand is heard of.
  let frame = 0;
  const soon = (onChange: () => void): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(onChange);
  };
  element.addEventListener('pointerdown', (event) => {
    stroke = taker.pen();
    if (!stroke) return;
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    stroke.points.push(...inSlide(event));
  });
  element.addEventListener('pointermove', (event) => {
    if (!stroke) return soon(() => taker.pointer(inSlide(event)));
    stroke.points.push(...inSlide(event));
    soon(() => stroke && taker.trace(stroke));
  });
  const done = (): void => {
    if (!stroke) return;
    cancelAnimationFrame(frame);
    const finished = stroke;
    stroke = undefined;
    taker.trace(null);
    taker.stroke(finished);
  };
  element.addEventListener('pointerup', done);
  element.addEventListener('pointercancel', done);
  element.addEventListener('pointerleave', () => {
    cancelAnimationFrame(frame);
    taker.pointer(null);
  });
}
