import type { Stroke } from './talk.ts';

/** Draws lines and the pointer over a slide. */
export interface AnnotationShapes {
  element: SVGSVGElement;
  /** Lines that stay. */
  lines: (strokes: readonly Stroke[]) => void;
  /** The line that is being drawn. */
  trace: (stroke: Stroke | null) => void;
  /** The pointer, in px of the slide. */
  pointer: (point: readonly [number, number] | null) => void;
}

/**
 * Creates the SVG element that annotations are drawn into.
 *
 * @param size - of the slide, in px.
 */
export function createAnnotationShapes(size: { width: number; height: number }): AnnotationShapes {
  const make = <K extends keyof SVGElementTagNameMap>(name: K): SVGElementTagNameMap[K] =>
    document.createElementNS('http://www.w3.org/2000/svg', name);
  const unit = size.width / 1280;
  const element = make('svg');
  element.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  element.setAttribute('aria-hidden', 'true');
  element.setAttribute('class', 'talk-ink');
  element.style.cssText =
    'position:absolute;inset:0;width:100%;height:100%;z-index:40;pointer-events:none;touch-action:none';
  const [lines, trace, dot] = [make('g'), make('g'), make('circle')];
  dot.setAttribute('r', String(9 * unit));
  dot.style.cssText = `fill:#ff2d2d;stroke:#ff2d2d;stroke-opacity:.25;stroke-width:${14 * unit};display:none`;
  element.append(lines, trace, dot);
  const draw = (group: SVGGElement, strokes: readonly Stroke[]): void =>
    group.replaceChildren(
      ...strokes.map(({ colour, points }) => {
        const line = make('path');
        line.setAttribute('d', strokePath(points));
        line.style.cssText = `fill:none;stroke:${colour};stroke-width:${4.5 * unit};stroke-linecap:round;stroke-linejoin:round`;
        return line;
      }),
    );
  return {
    element,
    lines: (strokes) => draw(lines, strokes),
    trace: (stroke) => draw(trace, stroke ? [stroke] : []),
    pointer(point) {
      dot.style.display = point ? '' : 'none';
      if (point) dot.setAttribute('transform', `translate(${point[0]} ${point[1]})`);
    },
  };
}

/**
 * Returns the data of a path through the points of a stroke: a smooth line through the middles between them, or a dot
 * for one point.
 */
export function strokePath(points: readonly number[]): string {
  const [x = 0, y = 0] = points;
  let path = `M${x} ${y}`;
  if (points.length < 4) return `${path}l0.1 0`;
  for (let at = 2; at + 3 < points.length; at += 2) {
    const [cx = 0, cy = 0, nextX = 0, nextY = 0] = points.slice(at, at + 4);
    path += `Q${cx} ${cy} ${(cx + nextX) / 2} ${(cy + nextY) / 2}`;
  }
  return `${path}L${points.at(-2)} ${points.at(-1)}`;
}
