/** Left, top, width and height in px of the slide. */
export type Area = [x: number, y: number, width: number, height: number];

/** A slide as rules look at it. */
export interface SlideView {
  slide: HTMLElement;
  frame: DOMRect;
  /** Scale of the slide on the screen. */
  zoom: number;
  /** px of this slide for each px of one that is 720 px high. */
  unit: number;
  /** `line:column` of an element, or of the nearest around it that has one; else empty. */
  placeOf: (element: Element) => string;
  visible: (element: Element) => boolean;
  /** Returns the area of the slide that boxes cover. */
  areaOf: (boxes: readonly DOMRect[]) => Area;
}

/** Measures a slide once, for all that is asked of it. */
export function slideView(slide: HTMLElement): SlideView {
  const frame = slide.getBoundingClientRect();
  const zoom = frame.width / slide.offsetWidth;
  return {
    slide,
    frame,
    zoom,
    unit: frame.height / 720,
    placeOf: (element) => element.closest('[data-place]')?.getAttribute('data-place') ?? '',
    visible: (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    areaOf(boxes) {
      const left = Math.min(...boxes.map((box) => box.left));
      const top = Math.min(...boxes.map((box) => box.top));
      const right = Math.max(...boxes.map((box) => box.right));
      const bottom = Math.max(...boxes.map((box) => box.bottom));
      const area = [left - frame.left, top - frame.top, right - left, bottom - top];
      return area.map((length) => Math.round(length / zoom)) as Area;
    },
  };
}

/** Returns the slides of a document in their order. */
export function allSlides(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.slide')];
}
