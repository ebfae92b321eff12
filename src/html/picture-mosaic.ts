import type { Element } from 'hast';
import { addClass, element } from './elements.ts';
import { asCell, pictureRows, rowsToFill, shapeOrSquare, shownIn } from './picture-rows.ts';

/** Images whose widths by their heights differ by no more than this are of one shape. */
const ALIKE = 1.35;
/** Photographs are shown so much wider or less wide by their height at most. */
const MOST_CROPPED = 1.35;
/** Images in a column at most. */
const STACKED = 3;

interface MosaicOptions {
  /** Height by width of the place for the images. */
  place: number;
  /** Addresses of photographs, which can be cropped a little. */
  photos: ReadonlySet<string>;
  /** The page is higher than wide. */
  upright: boolean;
}

/**
 * Arranges several images so that they fill a place. Photographs of much the same shape get one shape; images of
 * different shapes get columns where those fill more. Photographs are cropped to reach the margins, other images never.
 */
export function pictureMosaic(figures: readonly Element[], { place, photos, upright }: MosaicOptions): Element {
  const shapes = figures.map(shapeOrSquare);
  const arePhotos = figures.every((figure) => isPhoto(figure, photos));
  const areAlike = Math.max(...shapes) <= ALIKE * Math.min(...shapes);
  if (upright) return pictureRows(figures, rowsToFill(figures, place));
  if (areAlike || figures.some(hasCaption)) {
    const mean = shapes.reduce((product, shape) => product * shape, 1) ** (1 / shapes.length);
    const count = fewRows(figures, place);
    const shape = arePhotos && areAlike ? round(shapeToFill({ figures, count, place, mean })) : undefined;
    const rows = pictureRows(figures, count, shape === undefined ? undefined : () => shape);
    if (arePhotos && areAlike) addClass(rows, 'cropped');
    return rows;
  }
  const best = splits(figures.length).toSorted((a, b) => worth(b, shapes, place) - worth(a, shapes, place))[0] ?? [];
  const width = cut(shapes, best).reduce((sum, column) => sum + widthOf(column), 0);
  const crop = arePhotos ? Math.min(MOST_CROPPED, Math.max(1, 1 / place / width)) : 1;
  const shown = inColumns(figures, best, (figure) => round(shapeOrSquare(figure) * crop));
  if (crop > 1) addClass(shown, 'cropped');
  return shown;
}

/** Returns the shape, not too far from their mean, in which photographs fill a place in so many rows. */
function shapeToFill({
  figures,
  count,
  place,
  mean,
}: {
  figures: readonly Element[];
  count: number;
  place: number;
  mean: number;
}): number {
  const slope = slopeOf(pictureRows(figures, count, () => 1));
  return Math.min(MOST_CROPPED * mean, Math.max(mean / MOST_CROPPED, slope / place));
}

/** Two rows fill a place better than one where they fill so much more of it. */
const BETTER = 1.25;

function fewRows(figures: readonly Element[], place: number): number {
  const [one = 0, two = 0] = [1, 2].map((count) => fillOf(slopeOf(pictureRows(figures, count)), place));
  return two > BETTER * one ? 2 : 1;
}

/** Tells whether a figure shows a photograph. */
export function isPhoto(figure: Element, photos: ReadonlySet<string>): boolean {
  return photos.has(String(shownIn(figure)?.properties['src']));
}

function hasCaption({ children }: Element): boolean {
  return children.some((child) => child.type === 'element' && child.tagName === 'figcaption');
}

function slopeOf({ properties }: Element): number {
  return Number(/--row-slope:([\d.]+)/.exec(String(properties['style']))?.[1] ?? 1);
}

/** Returns the share of a place that a block fills which is so high for its width. */
function fillOf(slope: number, place: number): number {
  return Math.min(slope / place, place / slope);
}

/** Returns every way to cut so many images into columns, a row among them. */
function splits(count: number): number[][] {
  const all = (left: number): number[][] =>
    left === 0
      ? [[]]
      : [1, 2, STACKED].flatMap((size) => (size > left ? [] : all(left - size).map((more) => [size].concat(more))));
  return all(count).filter((columns) => columns.length > 1);
}

/** Cuts a list into parts of these sizes. */
function cut<Item>(items: readonly Item[], sizes: readonly number[]): Item[][] {
  let start = 0;
  return sizes.map((size) => items.slice(start, (start += size)));
}

/** Returns how well columns fill a place, and how little the smallest image suffers. */
function worth(sizes: readonly number[], shapes: readonly number[], place: number): number {
  const columns = cut(shapes, sizes);
  const widths = columns.map(widthOf);
  const width = widths.reduce((sum, one) => sum + one, 0);
  const areas = columns.flatMap((column, index) => column.map((shape) => (widths[index] ?? 0) ** 2 / shape));
  return fillOf(1 / width, place) * ((Math.min(...areas) * areas.length) / width) ** 0.25;
}

/** Returns the width of images below each other by the height of all of them. */
function widthOf(shapes: readonly number[]): number {
  return 1 / shapes.reduce((sum, shape) => sum + 1 / shape, 0);
}

/** Sets images in columns of one height. */
function inColumns(
  figures: readonly Element[],
  sizes: readonly number[],
  shapeIn: (figure: Element) => number,
): Element {
  const columns = cut(figures, sizes);
  const widths = columns.map((column) => widthOf(column.map(shapeIn)));
  const width = widths.reduce((sum, one) => sum + one, 0);
  // For the height h, a column of n images is (h − (n − 1) gaps) × its width by its height wide.
  const gaps =
    columns.length - 1 - columns.reduce((sum, column, index) => sum + (column.length - 1) * (widths[index] ?? 0), 0);
  const children = columns.map((column, index) =>
    element(
      'div',
      { className: ['picture-column'], style: `--column:${round(widths[index] ?? 1)};--gaps:${column.length - 1}` },
      column.map((figure) => asCell(figure, shapeIn(figure))),
    ),
  );
  const style = `--block:${round(width)};--block-gaps:${round(gaps)}`;
  return element('div', { className: ['picture-rows', 'picture-columns'], dataComponent: 'picture-rows', style }, [
    element('div', { className: ['picture-block'] }, children),
  ]);
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
