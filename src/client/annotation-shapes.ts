import type { Size } from '../model/deck.ts';
import { MARKER_OPACITY, MARKER_WIDTH, PEN_WIDTH, strokePath, type Stroke } from '../model/stroke.ts';

/** A part of a slide, in its px. */
export interface Box extends Size {
  x: number;
  y: number;
}

/** Draws lines, the pointer and frames over a slide. */
export interface AnnotationShapes {
  element: SVGSVGElement;
  /** Lines that stay. */
  lines: (strokes: readonly Stroke[]) => void;
  /** The line that is being drawn. */
  trace: (stroke: Stroke | null) => void;
  /**
   * The pointer, in px of the slide.
   *
   * @param spot - radius of a spotlight in its place; all around is dark.
   */
  pointer: (point: readonly [number, number] | null, spot?: number) => void;
  /** The part of the slide that others see larger. */
  frame: (box: Box | undefined) => void;
}

/** Px around a slide that a spotlight leaves dark: windows have other shapes than slides. */
const DARK = 6000;

/**
 * Creates the SVG element that annotations are drawn into.
 *
 * @param size - of the slide, in px.
 */
export function createAnnotationShapes(size: Size): AnnotationShapes {
  const unit = size.width / 1280;
  const host = document.createElement('div');
  host.innerHTML = `<svg class="talk-ink" aria-hidden="true" viewBox="0 0 ${size.width} ${size.height}" fill="none" stroke-linecap="round" stroke-linejoin="round" style="position:absolute;inset:0;width:100%;height:100%;z-index:40;overflow:visible;pointer-events:none;touch-action:none"><radialGradient id="talk-spot" gradientUnits="userSpaceOnUse" cx="0" cy="0"><stop offset=".93" stop-opacity="0"/><stop offset=".96" stop-color="#fff" stop-opacity=".45"/><stop offset="1" stop-opacity=".7"/></radialGradient><g/><g/><circle r="${9 * unit}" fill="#ff2d2d" stroke="#ff2d2d" stroke-opacity=".25" stroke-width="${14 * unit}" style="display:none"/><circle r="${DARK}" fill="url(#talk-spot)" style="display:none"/><path fill="#0007" fill-rule="evenodd" stroke="#7fb2ff" stroke-width="${4 * unit}" style="display:none"/></svg>`;
  const element = host.firstElementChild as SVGSVGElement;
  type Shapes = [
    light: Element,
    lines: SVGElement,
    trace: SVGElement,
    dot: SVGElement,
    dark: SVGElement,
    frame: SVGElement,
  ];
  const [light, lines, trace, dot, dark, frame] = [...element.children] as Shapes;
  const draw = (group: SVGElement, strokes: readonly Stroke[]): void =>
    group.replaceChildren(
      ...strokes.map(({ colour, points, marker }) => {
        const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
        line.style.cssText = `stroke:${colour};stroke-width:${(marker ? MARKER_WIDTH : PEN_WIDTH) * unit};stroke-opacity:${marker ? MARKER_OPACITY : 1}`;
        line.setAttribute('d', strokePath(points));
        return line;
      }),
    );
  const place = (shape: SVGElement, attributes: object | undefined): void => {
    shape.style.display = attributes ? '' : 'none';
    for (const [name, value] of Object.entries(attributes ?? {})) shape.setAttribute(name, String(value));
  };
  return {
    element,
    lines: (strokes) => draw(lines, strokes),
    trace: (stroke) => draw(trace, stroke ? [stroke] : []),
    pointer(point, spot) {
      const transform = point && `translate(${point[0]} ${point[1]})`;
      place(dot, transform && spot === undefined ? { transform } : undefined);
      place(dark, transform && spot !== undefined ? { transform } : undefined);
      if (spot !== undefined) light.setAttribute('r', String(spot));
    },
    frame: (box) =>
      place(
        frame,
        box && { d: `M-9999-9999h29999v29999h-29999zM${box.x} ${box.y}h${box.width}v${box.height}h${-box.width}z` },
      ),
  };
}
