import { common, paddingOf } from './common.ts';
import type { Line, Measured, MeasuredCell, MeasuredTable, Paint, Paragraph } from './measured.ts';
import { boxOn, type Page } from './page.ts';
import { paintOf } from './paint.ts';
import { UNPAINTED } from './unpainted.ts';

type PartsOf = (page: Page, element: Element) => Measured[];

/** Measures a table cell by cell, and its caption as text. @param partsOf - measures what is in an element. */
export function tableBlock(page: Page, table: Element, partsOf: PartsOf): Measured[] {
  if (!(table instanceof HTMLTableElement)) return [];
  const rows = [...table.rows].filter((row) => row.getBoundingClientRect().height > 0);
  const taken = new Set<string>();
  const measured = rows.map((row, line) => {
    let column = 0;
    const cells = [...row.cells].map((cell): MeasuredCell => {
      while (taken.has(`${line} ${column}`)) column += 1;
      for (let down = 0; down < cell.rowSpan; down += 1)
        for (let across = 0; across < cell.colSpan; across += 1) taken.add(`${line + down} ${column + across}`);
      return cellOf(page, cell, { column, parts: partsOf(page, cell) });
    });
    return { height: row.getBoundingClientRect().height, head: row.parentElement?.localName === 'thead', cells };
  });
  const block: MeasuredTable = {
    ...common(page, table, getComputedStyle(table)),
    kind: 'table',
    rtl: getComputedStyle(table).direction === 'rtl',
    columns: columnWidths(measured),
    rows: measured,
  };
  return [...(table.caption ? partsOf(page, table.caption) : []), block];
}

function cellOf(
  page: Page,
  cell: HTMLTableCellElement,
  { column, parts }: { column: number; parts: Measured[] },
): MeasuredCell {
  const style = getComputedStyle(cell);
  const paragraphs = parts.flatMap((part): Paragraph[] => (part.kind === 'text' ? part.paragraphs : []));
  const anchor = style.verticalAlign === 'middle' ? 'middle' : style.verticalAlign === 'bottom' ? 'bottom' : 'top';
  return {
    column,
    columns: cell.colSpan,
    rows: cell.rowSpan,
    box: boxOn(page, cell.getBoundingClientRect()),
    paint: paintAround(page, cell),
    head: cell.localName === 'th',
    padding: besideMarks(paddingOf(page, cell, style), paragraphs, boxOn(page, cell.getBoundingClientRect())),
    anchor,
    paragraphs,
    blocks: parts.filter(({ kind }) => kind !== 'text'),
  };
}

/** Letters begin behind a mark that is before them. */
function besideMarks(
  [top, right, bottom, left]: MeasuredCell['padding'],
  paragraphs: readonly Paragraph[],
  { x }: MeasuredCell['box'],
): MeasuredCell['padding'] {
  const starts = paragraphs.map(({ box, align, rtl }) => (align === 'left' && !rtl ? box.x - x : left));
  return [top, right, bottom, Math.max(left, starts.length > 0 ? Math.min(...starts) : left)];
}

/** Returns what a cell is painted with: rows, groups of rows and the table show where it shows nothing of its own. */
function paintAround(page: Page, cell: HTMLTableCellElement): Paint {
  const row = cell.parentElement;
  const group = row?.parentElement;
  const table = cell.closest('table');
  const paints = [cell, row, group, table].map((element) =>
    element ? (paintOf(page, element, getComputedStyle(element)) ?? UNPAINTED) : UNPAINTED,
  );
  const [own = UNPAINTED] = paints;
  const rows = table ? [...table.rows] : [];
  const line = rows.findIndex((one) => one === row);
  const groupRows = group ? [...group.children] : [];
  const at = groupRows.indexOf(row ?? cell);
  const [isFirst, isLast] = [cell.previousElementSibling === null, cell.nextElementSibling === null];
  const last = Math.max(1, cell.rowSpan) - 1;
  // By side: whether a row, a group and the table have it where the cell is.
  const shared = [
    [true, at === 0, line === 0],
    [isLast, isLast, isLast],
    [last === 0, at + last === groupRows.length - 1, line + last === rows.length - 1],
    [isFirst, isFirst, isFirst],
  ];
  const border = (side: number): Line | undefined => {
    const lines = paints.flatMap((paint, level) => {
      const found = level === 0 || shared[side]?.[level - 1] ? paint.borders[side] : undefined;
      return found ? [found] : [];
    });
    return lines.toSorted((one, other) => other.width - one.width)[0];
  };
  return {
    ...own,
    fills: paints.find(({ fills }) => fills.length > 0)?.fills ?? [],
    borders: [border(0), border(1), border(2), border(3)],
  };
}

/** Widths from the edges of cells. */
function columnWidths(rows: readonly { cells: MeasuredCell[] }[]): number[] {
  const count = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ column, columns }) => column + columns)));
  return Array.from({ length: count }, (_, index) => {
    const cell = rows.flatMap(({ cells }) => cells).find(({ column, columns }) => column === index && columns === 1);
    return cell?.box.width ?? 0;
  });
}
