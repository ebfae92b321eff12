import type {
  Box,
  Line,
  Measured,
  MeasuredCell,
  MeasuredSlide,
  Paint,
  Paragraph,
  Run,
} from '../../../client/shapes/measured.ts';

/** Moves from a place on the deck's slide to one of a template's. */
export interface Move {
  factor: number;
  x: number;
  y: number;
}

/** Returns the move of content into a box: as large as it fits, and where it is on its own slide. */
export function moveInto(from: Box, to: Box, { around, most }: { around: Box; most: number }): Move {
  const factor = Math.min(most, to.width / Math.max(1, from.width), to.height / Math.max(1, from.height));
  const share = (gap: number, room: number): number => (room < 1 ? 0 : Math.min(1, Math.max(0, gap / room)));
  const left = share(from.x - around.x, around.width - from.width);
  const above = share(from.y - around.y, around.height - from.height);
  return {
    factor,
    x: to.x + left * (to.width - from.width * factor) - from.x * factor,
    y: to.y + Math.min(0.5, above) * (to.height - from.height * factor) - from.y * factor,
  };
}

function movedBox({ factor, x, y }: Move, box: Box): Box {
  return { x: x + box.x * factor, y: y + box.y * factor, width: box.width * factor, height: box.height * factor };
}

/** Returns blocks at their places on a slide of the template, with all lengths scaled. */
export function movedBlocks(move: Move, blocks: readonly Measured[]): Measured[] {
  return blocks.map((block) => movedBlock(move, block));
}

function movedBlock(move: Move, given: Measured): Measured {
  const block = { ...given, box: movedBox(move, given.box) };
  switch (block.kind) {
    case 'box':
      return { ...block, paint: movedPaint(move, block.paint), blocks: movedBlocks(move, block.blocks) };
    case 'text':
      return { ...block, paragraphs: movedParagraphs(move, block.paragraphs) };
    case 'code':
      return {
        ...block,
        paint: movedPaint(move, block.paint),
        paragraphs: movedParagraphs(move, block.paragraphs),
        bands: block.bands.map((band) => ({ ...band, box: movedBox(move, band.box) })),
        padding: movedSides(move, block.padding),
      };
    case 'table':
      return {
        ...block,
        columns: block.columns.map((width) => width * move.factor),
        rows: block.rows.map((row) => ({
          ...row,
          height: row.height * move.factor,
          cells: row.cells.map((cell) => movedCell(move, cell)),
        })),
      };
    case 'picture':
      return { ...block, radius: block.radius * move.factor };
    case 'drawing':
      return { ...block, chart: block.chart && { ...block.chart, size: block.chart.size * move.factor } };
    case 'formula':
      return { ...block, size: block.size * move.factor };
    default:
      return block;
  }
}

function movedCell(move: Move, cell: MeasuredCell): MeasuredCell {
  return {
    ...cell,
    box: movedBox(move, cell.box),
    paint: movedPaint(move, cell.paint),
    padding: movedSides(move, cell.padding),
    paragraphs: movedParagraphs(move, cell.paragraphs),
    blocks: movedBlocks(move, cell.blocks),
  };
}

type Sides = [number, number, number, number];

function movedSides({ factor }: Move, [top, right, bottom, left]: Sides): Sides {
  return [top * factor, right * factor, bottom * factor, left * factor];
}

function movedPaint<Given extends Paint | undefined>(move: Move, paint: Given): Given {
  if (!paint) return paint;
  const line = (side: Line | undefined): Line | undefined => side && { ...side, width: side.width * move.factor };
  const [top, right, bottom, left] = paint.borders;
  return {
    ...paint,
    borders: [line(top), line(right), line(bottom), line(left)],
    radius: paint.radius * move.factor,
    polygon: paint.polygon?.map((corner) => movedCorner(move, corner)),
    corners: paint.corners && [
      movedCorner(move, paint.corners[0]),
      movedCorner(move, paint.corners[1]),
      movedCorner(move, paint.corners[2]),
      movedCorner(move, paint.corners[3]),
    ],
  };
}

type Corner = NonNullable<Paint['polygon']>[number];

function movedCorner({ factor }: Move, { x, y }: Corner): Corner {
  return { x: [x[0], x[1] * factor], y: [y[0], y[1] * factor] };
}

function movedParagraphs(move: Move, paragraphs: readonly Paragraph[]): Paragraph[] {
  const { factor } = move;
  return paragraphs.map((paragraph) => ({
    ...paragraph,
    box: movedBox(move, paragraph.box),
    ink: movedBox(move, paragraph.ink),
    leading: paragraph.leading * factor,
    natural: paragraph.natural * factor,
    ascent: paragraph.ascent * factor,
    marker: paragraph.marker && { ...paragraph.marker, indent: paragraph.marker.indent * factor },
    runs: paragraph.runs.map((run) => movedRun(move, run)),
  }));
}

function movedRun(move: Move, run: Run): Run {
  const { size, spacing, inset } = run;
  return {
    ...run,
    size: size * move.factor,
    spacing: spacing * move.factor,
    inset: inset && { ...inset, box: movedBox(move, inset.box) },
  };
}

/** Returns what a slide shows as a whole, as large as a slide of the template. */
export function movedSlide(slide: MeasuredSlide, { width, height }: { width: number; height: number }): MeasuredSlide {
  const factor = Math.min(width / slide.width, height / slide.height);
  const move: Move = {
    factor,
    x: (width - slide.width * factor) / 2,
    y: (height - slide.height * factor) / 2,
  };
  return { ...slide, width, height, blocks: movedBlocks(move, slide.blocks), body: movedBox(move, slide.body) };
}
