import type { Element } from 'hast';
import { addClass, element, hasClass } from './elements.ts';

/** Lines that captions of a row have room for, by letters of the longest one for each share of the width. */
const CAPTION_LETTERS = 100;
/** Height by width of a block of rows that has all of the width: a higher one is less wide, and so are its captions. */
const LOW_BODY = 0.55;

/** Returns width by height of what a figure shows; `undefined` where it is not known. */
export function shapeOf(figure: Element): number | undefined {
  const shown = shownIn(figure);
  if (!shown) return undefined;
  const { width, height, viewBox } = shown.properties;
  if (shown.tagName === 'img') return ratio(Number(width), Number(height));
  const [, , wide, high] = String(viewBox ?? '')
    .split(/[\s,]+/)
    .map(Number);
  return ratio(wide, high);
}

/** Gives the shape that an image is shown in. */
type ShapeIn = (figure: Element) => number;

/** Returns the shape of an image, which is a square where nobody knows it. */
export function shapeOrSquare(figure: Element): number {
  return shapeOf(figure) ?? 1;
}

/** Returns the image or drawing of a figure. */
export function shownIn(figure: Element): Element | undefined {
  for (const child of figure.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'img' || child.tagName === 'svg') return child;
    if (child.tagName === 'a') return shownIn(child);
  }
  return undefined;
}

function ratio(width: number | undefined, height: number | undefined): number | undefined {
  return width && height ? Math.round((width / height) * 1000) / 1000 : undefined;
}

/**
 * Sets images in rows that are equally wide, each of them of one height, without cropping: `--row` values say how high
 * all rows are for a width, so that the block takes the room that is left in both directions.
 *
 * @param figures - whose shapes are known; others are taken for squares.
 * @param count - of rows; by default as many as the shapes need.
 * @param shapeIn - the shape of each image in its row; it is cropped to that.
 */
export function pictureRows(
  figures: readonly Element[],
  count: number = rowsFor(figures),
  shapeIn: ShapeIn = shapeOrSquare,
): Element {
  const rows = inRows(figures, count);
  const sums = rows.map((row) => row.reduce((sum, figure) => sum + shapeIn(figure), 0));
  // For the width w, a row of n pictures is (w − (n − 1) gaps) / sum high.
  const slope = sums.reduce((sum, shapes) => sum + 1 / shapes, 0);
  const gaps = rows.reduce((sum, row, index) => sum + (row.length - 1) / (sums[index] ?? 1), 0);
  const letters = CAPTION_LETTERS * Math.min(1, LOW_BODY / slope);
  const captions = rows.reduce((sum, row) => sum + captionLines(row, letters), 0);
  const style = `--rows:${rows.length};--row-slope:${fixed(slope)};--row-gaps:${fixed(gaps)};--row-captions:${captions}`;
  const children = rows.map((row) =>
    element(
      'div',
      { className: ['picture-row'] },
      row.map((figure) => asCell(figure, shapeIn(figure))),
    ),
  );
  return element('div', { className: ['picture-rows'], dataComponent: 'picture-rows', style }, [
    element('div', { className: ['picture-block'] }, children),
  ]);
}

/** Widths of images, by their heights, that a row has room for. */
const ROW = 3.4;

/** Up to three are in one row, and more where they are narrow. */
function rowsFor(figures: readonly Element[]): number {
  if (figures.length <= 3 || sumOf(figures) <= ROW) return 1;
  return figures.length <= 5 ? 2 : rowsToFill(figures, BODY);
}

/** Height by width of the room below a heading. */
const BODY = 0.5;

/** Returns the number of rows that fill a place best. @param place - its height by its width. */
export function rowsToFill(figures: readonly Element[], place: number): number {
  const misses = [1, 2, 3, 4].map((count) => {
    const height = inRows(figures, count).reduce((sum, row) => sum + 1 / sumOf(row), 0);
    return Math.abs(Math.log(height / place));
  });
  return misses.indexOf(Math.min(...misses)) + 1;
}

function sumOf(figures: readonly Element[]): number {
  return figures.reduce((sum, figure) => sum + (shapeOf(figure) ?? 1), 0);
}

/** Cuts images, in their order, into rows of much the same shape; the first one is the fuller. */
function inRows(figures: readonly Element[], count: number): Element[][] {
  if (count === 2 && figures.length <= 5) {
    // Three are a wide one above two.
    const first = figures.length === 3 ? 1 : Math.ceil(figures.length / 2);
    return [figures.slice(0, first), figures.slice(first)];
  }
  const rows: Element[][] = [];
  let rest = [...figures];
  for (let left = Math.min(count, figures.length); left > 0; left -= 1) {
    const goal = sumOf(rest) / left;
    let [taken, sum] = [0, 0];
    for (const figure of rest.slice(0, rest.length - left + 1)) {
      const shape = shapeOf(figure) ?? 1;
      if (taken > 0 && sum + shape / 2 > goal) break;
      taken += 1;
      sum += shape;
    }
    rows.push(left === 1 ? rest : rest.slice(0, taken));
    rest = left === 1 ? [] : rest.slice(taken);
  }
  return rows;
}

/** Returns an image of a row, which is cropped to a shape or has its own. */
export function asCell(figure: Element, shape: number): Element {
  const style = [`--shape:${shape}`, figure.properties['style']].filter(Boolean).join(';');
  const cell = element('figure', { ...figure.properties, style }, figure.children);
  if (figure.position) cell.position = figure.position;
  if (!hasClass(cell, 'media')) addClass(cell, 'media');
  return cell;
}

/** Counts the lines of the longest caption of a row. @param letters - that the row has room for. */
function captionLines(row: readonly Element[], letters: number): number {
  const whole = row.reduce((sum, figure) => sum + (shapeOf(figure) ?? 1), 0);
  return Math.max(...row.map((figure) => linesOf(figure, (letters * (shapeOf(figure) ?? 1)) / whole)));
}

/** Counts the lines of a caption, which hard breaks end, too. */
function linesOf({ children }: Element, room: number): number {
  const caption = children.find((child) => child.type === 'element' && child.tagName === 'figcaption');
  const lengths = [0];
  for (const child of caption?.type === 'element' ? caption.children : []) {
    if (child.type === 'element' && child.tagName === 'br') lengths.push(0);
    else lengths.push((lengths.pop() ?? 0) + textLength(child));
  }
  return lengths.reduce((sum, length) => sum + Math.ceil(length / room), 0);
}

function textLength(node: Element['children'][number]): number {
  if (node.type === 'text') return node.value.length;
  return 'children' in node ? node.children.reduce((sum, child) => sum + textLength(child), 0) : 0;
}

function fixed(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}
