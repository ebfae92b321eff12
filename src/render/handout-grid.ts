import { toString } from 'hast-util-to-string';
import type { Size, Slide } from '../model/deck.ts';
import { PAPERS, type HandoutSettings } from '../model/handout.ts';

/** The layout of a page of paper, in mm. */
export interface PaperGrid {
  paper: Size;
  /** Width inside the margins. */
  areaWidth: number;
  columns: number;
  rows: number;
  /** Height of a row that is not stretched by its notes; 0 where rows are as high as their content. */
  rowHeight: number;
  slideWidth: number;
  notes: 'beside' | 'below' | 'none';
}

/** Content of a handout that decides its layout, besides its settings. */
export interface HandoutContent {
  /** Of a slide, for its proportions. */
  size: Size;
  /** Lengths of the slides' notes, in characters. */
  noteLengths: readonly number[];
}

/** Returns how long the notes of slides are; a block begins a line. */
export function noteLengths(slides: readonly Slide[]): number[] {
  return slides.map(({ notes }) => notes.reduce((length, node) => length + lengthOf(node), 0));
}

function lengthOf(node: Slide['notes'][number]): number {
  const text = toString(node).trim();
  return text === '' ? 0 : text.length + BLOCK;
}

/** Margins of paper in mm. The running header is in the upper one, the page's number in the lower. */
export const MARGINS = { top: 21, side: 15, bottom: 17 } as const;
/** Between slides, in mm. */
export const GAP = 5;
/** Height of a slide's label, in mm, and with the room below a slide that notes flow around. */
const [LABEL, AROUND_LABEL] = [5.5, 6.8];
/** Shares of the width that a slide takes beside its notes: what is aimed at, and what it shrinks to for one row more. */
const [BESIDE, LEAST_BESIDE] = [0.58, 0.52];
/** The least width of notes beside a slide, for lines that are good to read, and what is between both, in mm. */
const [NOTES_WIDTH, GUTTER] = [50, 6];
/** The shares of its row that a slide takes when notes are below it: by how long most of them are. */
const [LEAST_BELOW, BELOW] = [0.6, 0.82];
/** The share of a page from which on notes are long: less where few slides are on a page, and each leaves a larger gap. */
const [LONG, LONG_AMONG_FEW, FEW] = [0.25, 0.2, 3];
/** Notes that are longer than these may make their rows higher. */
export const MOST_NOTES = 0.9;
/** Characters that the end of a block takes. */
const BLOCK = 70;
/** Room for notes, in mm: a character and a line of 10 points, and what is around them. */
const [CHARACTER, LINE, AROUND] = [1.85, 5.2, 9];
const NOTES_SIZE = 10;
/** Room for the line around a slide, which would be cut off at the edge of the page's area. */
export const FRAME = 0.3;
/** Rounded lengths must not push the last row off the page. */
const SLACK = 0.5;
/** Slides on a page where a deck has no notes. */
const WITHOUT_NOTES = 2;

type Orientation = NonNullable<HandoutSettings['orientation']>;

/** Lays out a handout: as large as the page permits, all slides of one size. */
export function handoutGrid(settings: HandoutSettings, content: HandoutContent): PaperGrid {
  const { size } = content;
  const notes = notesPlace(
    settings,
    content.noteLengths.some((length) => length > 0),
  );
  if (settings.slides === undefined && notes === 'beside' && !settings.lines) return flowingGrid(settings, size);
  const slides = settings.slides ?? (notes === 'beside' ? 3 : WITHOUT_NOTES);
  const orientations: Orientation[] = settings.orientation
    ? [settings.orientation]
    : notes === 'none'
      ? ['portrait', 'landscape']
      : ['portrait'];
  const grids = orientations.flatMap((orientation) => {
    const paper = paperSize({ ...settings, orientation });
    const counts = notes === 'beside' ? [1] : divisorsOf(slides);
    return counts.map((columns) => fixedGrid(paper, { columns, rows: slides / columns, notes, ...content }));
  });
  return grids.reduce((best, grid) => (grid.slideWidth > best.slideWidth + SLACK ? grid : best));
}

/** Rows as high as their content: a slide and its notes. */
function flowingGrid(settings: HandoutSettings, size: Size): PaperGrid {
  const paper = paperSize(settings);
  const { width, height } = areaOf(paper);
  const ratio = size.width / size.height;
  const widthFor = (rows: number): number => ((height - SLACK - (rows - 1) * GAP) / rows - AROUND_LABEL) * ratio;
  const widest = Math.min(BESIDE * width, Math.max(LEAST_BESIDE * width, width - GUTTER - NOTES_WIDTH));
  const rows = Math.max(1, Math.floor((height + GAP) / (widest / ratio + AROUND_LABEL + GAP)));
  const more = widthFor(rows + 1);
  const isOneMore = more >= LEAST_BESIDE * width;
  const slideWidth = Math.min(widest, isOneMore ? more : widthFor(rows));
  return {
    paper,
    areaWidth: width,
    columns: 1,
    rows: isOneMore ? rows + 1 : rows,
    rowHeight: 0,
    slideWidth,
    notes: 'beside',
  };
}

type Fixed = Pick<PaperGrid, 'columns' | 'rows' | 'notes'> & HandoutContent;

function fixedGrid(paper: Size, { columns, rows, notes, size, noteLengths: lengths }: Fixed): PaperGrid {
  const { width, height } = areaOf(paper);
  const rowHeight = (height - SLACK - (rows - 1) * GAP) / rows;
  const cellWidth = (width - (columns - 1) * GAP) / columns;
  const ratio = size.width / size.height;
  const widest = notes === 'beside' ? BESIDE * cellWidth : cellWidth;
  const tallest = notes === 'below' ? shareBelow(lengths, { cellWidth, rowHeight }) * rowHeight : rowHeight - LABEL;
  return { paper, areaWidth: width, columns, rows, rowHeight, slideWidth: Math.min(widest, tallest * ratio), notes };
}

/**
 * Tells whether notes are so long that they would leave much of a page empty if they were kept together.
 *
 * @param length - as `noteLengths` returns it.
 */
export function isLong(length: number, { areaWidth, paper, rows, rowHeight }: PaperGrid): boolean {
  const share = rowHeight === 0 && rows <= FEW ? LONG_AMONG_FEW : LONG;
  return textHeight(length, { width: areaWidth }) > share * areaOf(paper).height;
}

/**
 * Estimates the height that a text takes, in mm.
 *
 * @param length - as `noteLengths` returns it.
 * @param options.size - in points.
 */
export function textHeight(length: number, { width, size = NOTES_SIZE }: { width: number; size?: number }): number {
  const scale = size / NOTES_SIZE;
  return Math.ceil((length * CHARACTER * scale) / width) * LINE * scale;
}

function shareBelow(
  lengths: readonly number[],
  { cellWidth, rowHeight }: { cellWidth: number; rowHeight: number },
): number {
  const sorted = lengths.filter((length) => length > 0).toSorted((one, other) => one - other);
  const length = sorted[Math.floor(sorted.length * MOST_NOTES)] ?? 0;
  const notes = textHeight(length, { width: cellWidth }) + AROUND;
  return Math.min(BELOW, Math.max(LEAST_BELOW, 1 - notes / rowHeight));
}

/** Returns the area inside the margins. */
export function areaOf(paper: Size): Size {
  return { width: paper.width - 2 * (MARGINS.side + FRAME), height: paper.height - MARGINS.top - MARGINS.bottom };
}

function divisorsOf(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1).filter((divisor) => count % divisor === 0);
}

/** Settings for the size of pages. */
export type PageSize = Pick<HandoutSettings, 'paper' | 'orientation' | 'booklet'>;

/** Returns the size of pages: the paper's in its orientation, or half of it upright in a booklet. */
export function paperSize({ paper, orientation, booklet }: PageSize): Size {
  const { width, height } = PAPERS[paper];
  if (booklet) return { width: height / 2, height: width };
  return orientation === 'landscape' ? { width: height, height: width } : { width, height };
}

/** Small slides in a grid have no room for notes beside them unless someone asks for it. */
function notesPlace({ slides, notes, lines }: HandoutSettings, hasNotes: boolean): PaperGrid['notes'] {
  const usual = slides === 1 || slides === 2 ? 'below' : slides === undefined || slides === 3 ? 'beside' : 'none';
  const place = notes ?? (hasNotes || lines ? usual : 'none');
  // Lines need a place, wherever the notes would not have one.
  return lines && place === 'none' ? 'beside' : place;
}
