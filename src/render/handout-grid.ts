import { PAPERS, type HandoutSettings, type Size } from '../model/deck.ts';

/** The layout of a page of paper, in mm. */
export interface PaperGrid {
  paper: Size;
  columns: number;
  rows: number;
  /** Height of a row that is not stretched by its notes. */
  rowHeight: number;
  slideWidth: number;
  notes: 'beside' | 'below' | 'none';
}

/** Margins of paper in mm. The running header stands in the upper one, the page's number in the lower. */
export const MARGINS = { top: 21, side: 15, bottom: 17 } as const;
/** Between slides, in mm. */
export const GAP = 7;
/** Height of a slide's label, in mm. */
const LABEL = 6;
/** Shares of the room that a slide takes when notes stand beside or below it. */
const BESIDE = 0.56;
const BELOW = 0.62;
/** Room for the line around a slide, which would be cut off at the edge of the page's area. */
export const FRAME = 0.3;
/** Rounded lengths must not push the last row off the page. */
const SLACK = 0.5;

/** Slides side by side on upright and on wide paper, where notes do not stand beside them. */
const COLUMNS = {
  portrait: { 1: 1, 2: 1, 3: 1, 4: 2, 6: 2 },
  landscape: { 1: 1, 2: 2, 3: 3, 4: 2, 6: 3 },
} as const;

/**
 * Lays out a handout: as large as the page permits, all slides of one size.
 *
 * @param size - of a slide, for its proportions.
 */
export function handoutGrid(settings: HandoutSettings, size: Size): PaperGrid {
  const { orientation, slides } = settings;
  const notes = notesPlace(settings);
  const paper = paperSize(settings);
  const [width, height] = [paper.width - 2 * (MARGINS.side + FRAME), paper.height - MARGINS.top - MARGINS.bottom];
  const columns = notes === 'beside' ? 1 : COLUMNS[orientation][slides];
  const rows = slides / columns;
  const rowHeight = (height - SLACK - (rows - 1) * GAP) / rows;
  const cellWidth = (width - (columns - 1) * GAP) / columns;
  const ratio = size.width / size.height;
  const widest = { beside: BESIDE * cellWidth, below: cellWidth, none: cellWidth }[notes];
  const tallest = { beside: rowHeight, below: BELOW * rowHeight, none: rowHeight - LABEL }[notes];
  return { paper, columns, rows, rowHeight, slideWidth: Math.min(widest, tallest * ratio), notes };
}

/** Returns the paper's size in its orientation. */
export function paperSize({ paper, orientation }: Pick<HandoutSettings, 'paper' | 'orientation'>): Size {
  const { width, height } = PAPERS[paper];
  return orientation === 'portrait' ? { width, height } : { width: height, height: width };
}

/** Small slides in a grid have no room for notes beside them unless someone asks for it. */
function notesPlace({ slides, notes, lines }: HandoutSettings): PaperGrid['notes'] {
  const usual = slides === 1 ? 'below' : slides <= 3 ? 'beside' : 'none';
  const place = notes ?? usual;
  // Lines need a place, wherever the notes would not have one.
  return lines && place === 'none' ? 'beside' : place;
}
