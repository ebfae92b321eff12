import type { Size } from './deck.ts';
import { MARKER_OPACITY, MARKER_WIDTH, PEN_WIDTH, readStrokes, strokePath, type Stroke } from './stroke.ts';

/** The drawings on a slide. */
export interface SlideDrawing {
  /** The slide's id. */
  slide: string;
  strokes: Stroke[];
}

const DATA = 'lectern-drawings';

/** Returns the elements of lines as SVG, for a slide of a width in px. */
function strokesMarkup(strokes: readonly Stroke[], slideWidth: number): string {
  const unit = slideWidth / 1280;
  return strokes
    .map(({ colour, points, marker }) => {
      const look = marker
        ? `stroke-width="${MARKER_WIDTH * unit}" stroke-opacity="${MARKER_OPACITY}"`
        : `stroke-width="${PEN_WIDTH * unit}"`;
      return `<path d="${strokePath(points)}" stroke="${colour}" ${look}/>`;
    })
    .join('');
}

/**
 * Makes the file of a talk's drawings: an image of the slides that have some, below each other, which has the lines as data
 * inside.
 *
 * @param nameOf - the number and title of a slide.
 */
export function drawingsFile(
  drawings: readonly SlideDrawing[],
  { width, height, title, nameOf }: Size & { title: string; nameOf: (slide: string) => string },
): string {
  const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const [gap, label] = [60, 40];
  const parts = drawings.map(({ slide, strokes }, index) => {
    const top = gap + index * (height + gap + label);
    return `<g transform="translate(${gap} ${top})"><text y="24" font-size="24" font-family="sans-serif">${escape(nameOf(slide))}</text><g transform="translate(0 ${label})"><rect width="${width}" height="${height}" fill="#f4f4f4" stroke="#999"/><g fill="none" stroke-linecap="round" stroke-linejoin="round">${strokesMarkup(strokes, width)}</g></g></g>`;
  });
  const size = [width + 2 * gap, gap + drawings.length * (height + gap + label)];
  const data = escape(JSON.stringify({ drawings }));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.join(' ')}" width="${size[0]}" height="${size[1]}"><title>${escape(title)}</title><metadata id="${DATA}">${data}</metadata>${parts.join('')}</svg>\n`;
}

/** Reads the drawings of such a file, known fields only; `undefined` where it is another file. */
export function readDrawingsFile(text: string): SlideDrawing[] | undefined {
  const [, data = ''] = new RegExp(`<metadata id="${DATA}">([^<]*)</metadata>`).exec(text) ?? [];
  let value: unknown;
  try {
    value = JSON.parse(data.replaceAll('&lt;', '<').replaceAll('&amp;', '&'));
  } catch {
    return undefined;
  }
  const { drawings } = (value ?? {}) as { drawings?: unknown };
  if (!Array.isArray(drawings)) return undefined;
  const read = drawings.map((drawing: unknown): SlideDrawing | undefined => {
    const { slide, strokes } = (drawing ?? {}) as Partial<Record<keyof SlideDrawing, unknown>>;
    const lines = readStrokes(strokes);
    return typeof slide === 'string' && lines ? { slide, strokes: lines } : undefined;
  });
  const whole = read.filter((drawing) => drawing !== undefined);
  return whole.length === drawings.length ? whole : undefined;
}
