import type { Measured, MeasuredCell, MeasuredTable, Paragraph } from '../../../client/shapes/measured.ts';
import { fillXml, lineXml } from '../paint.ts';
import { shapeProperties, type ShapesPart } from '../slide-part.ts';
import { textBody } from '../text.ts';
import { asOneLine } from '../text-room.ts';
import { hasOtherSteps } from './box.ts';
import { groupOf } from './group.ts';
import { transform } from '../units.ts';
import { xml, type Element } from '../xml.ts';

type ShapesOf = (blocks: readonly Measured[]) => Promise<Element[]>;

const TABLE = 'http://schemas.openxmlformats.org/drawingml/2006/table';
/** PowerPoint's “No Style, No Grid”: cells say themselves how they look. */
const NO_STYLE = '{2D5ABB26-0587-4C30-8999-92F81FD0307C}';

/** Makes a table. What is in its cells beside text lies on it, as one group: PowerPoint does not group tables. */
export async function tableShapes(part: ShapesPart, block: MeasuredTable, shapesOf: ShapesOf): Promise<Element[]> {
  const { box, columns, rows, rtl, step } = block;
  const { emu } = part.scale;
  const heads = rows.filter(({ head }) => head).length;
  const firstColumn = rows.slice(heads).every(({ cells }) => cells[0]?.head) && rows.length > heads;
  const table = xml(
    'a:tbl',
    {},
    xml(
      'a:tblPr',
      { rtl: rtl || undefined, firstRow: heads > 0 || undefined, firstCol: firstColumn || undefined },
      xml('a:tableStyleId', {}, NO_STYLE),
    ),
    xml(
      'a:tblGrid',
      {},
      columns.map((width) => xml('a:gridCol', { w: emu(width) })),
    ),
    rowsXml(part, block),
  );
  const frame = xml(
    'p:graphicFrame',
    {},
    xml(
      'p:nvGraphicFramePr',
      {},
      shapeProperties(part, { name: 'Table', step }),
      xml('p:cNvGraphicFramePr', {}, xml('a:graphicFrameLocks', { noGrp: 1 })),
      xml('p:nvPr'),
    ),
    transform(part.scale, box, { tag: 'p:xfrm' }),
    xml('a:graphic', {}, xml('a:graphicData', { uri: TABLE }, table)),
  );
  const inCells = rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks));
  const marks = await shapesOf(inCells);
  const areSteps = hasOtherSteps(inCells, step);
  return [frame, ...(areSteps ? marks : groupOf(part, marks, { name: 'Marks of the table', step, box }))];
}

function rowsXml(part: ShapesPart, { columns, rows }: MeasuredTable): Element[] {
  const held = new Map<string, MeasuredCell>();
  rows.forEach(({ cells }, line) => {
    for (const cell of cells)
      for (let down = 0; down < cell.rows; down += 1)
        for (let across = 0; across < cell.columns; across += 1)
          held.set(`${line + down} ${cell.column + across}`, cell);
  });
  return rows.map(({ height, cells }, line) =>
    xml(
      'a:tr',
      { h: part.scale.emu(height) },
      columns.map((_, column) => {
        const cell = held.get(`${line} ${column}`);
        if (!cell) return emptyCell();
        const isBegin = cells.includes(cell) && cell.column === column;
        return isBegin
          ? cellXml(part, withOneLine(cell), { lines: rows.length - line, columns: columns.length })
          : coveredCell(part, cell, { across: cell.column < column, down: !cells.includes(cell) });
      }),
    ),
  );
}

/** Gives a single line the height that its font wants, as text boxes do, in a cell that stays as high. */
function withOneLine(cell: MeasuredCell): MeasuredCell {
  const { paragraphs, padding } = cell;
  const [top, right, bottom, left] = padding;
  const [only] = paragraphs;
  if (!only || paragraphs.length > 1) return cell;
  const line = asOneLine(only);
  const more = (line.leading - only.leading) / 2;
  if (more > Math.min(top, bottom)) return cell;
  return { ...cell, paragraphs: [line], padding: [top - more, right, bottom - more, left] };
}

/** @param room - rows and columns that there are from the cell on. */
function cellXml(part: ShapesPart, cell: MeasuredCell, room: { lines: number; columns: number }): Element {
  const { paragraphs, columns, rows, column } = cell;
  const across = Math.min(columns, room.columns - column);
  const down = Math.min(rows, room.lines);
  return xml(
    'a:tc',
    { rowSpan: down > 1 ? down : undefined, gridSpan: across > 1 ? across : undefined },
    textBody(part, paragraphs, { tag: 'a:txBody' }),
    cellProperties(part, cell),
  );
}

function coveredCell(
  part: ShapesPart,
  cell: MeasuredCell,
  { across, down }: { across: boolean; down: boolean },
): Element {
  return xml(
    'a:tc',
    {
      rowSpan: across && !down && cell.rows > 1 ? cell.rows : undefined,
      gridSpan: down && !across && cell.columns > 1 ? cell.columns : undefined,
      hMerge: across || undefined,
      vMerge: down || undefined,
    },
    textBody(part, [], { tag: 'a:txBody' }),
    cellProperties(part, cell),
  );
}

function emptyCell(): Element {
  return xml('a:tc', {}, xml('a:txBody', {}, xml('a:bodyPr'), xml('a:lstStyle'), xml('a:p')), xml('a:tcPr'));
}

const ANCHORS = { top: 't', middle: 'ctr', bottom: 'b' } as const;

/** px that a word may be wider in another program before it breaks. */
const SLACK = 6;

/** Returns px that a cell gets beyond its room: less where a word would move to the line before it. */
function slackOf(paragraphs: readonly Paragraph[]): number {
  const free = paragraphs.map(({ lineRoom, box }) =>
    lineRoom ? Math.max(0, lineRoom.most - Math.max(box.width, lineRoom.least)) / 2 : SLACK,
  );
  return Math.min(SLACK, ...free);
}

function cellProperties({ palette, scale }: ShapesPart, { paint, padding, anchor, paragraphs }: MeasuredCell): Element {
  const [top, right, bottom, left] = paint.borders;
  const align = paragraphs[0]?.align ?? 'left';
  const more = slackOf(paragraphs);
  const room = [0, align === 'right' ? 0 : more, 0, align === 'left' || align === 'justify' ? 0 : more];
  const [marT, marR, marB, marL] = padding.map((px, side) => scale.emu(Math.max(0, px - (room[side] ?? 0))));
  const fill = paint.fills.findLast(({ kind }) => kind !== 'picture');
  return xml(
    'a:tcPr',
    { marL, marR, marT, marB, anchor: anchor === 'top' ? undefined : ANCHORS[anchor] },
    lineXml(scale, palette, left, 'a:lnL'),
    lineXml(scale, palette, right, 'a:lnR'),
    lineXml(scale, palette, top, 'a:lnT'),
    lineXml(scale, palette, bottom, 'a:lnB'),
    fill ? fillXml(palette, fill) : xml('a:noFill'),
  );
}
