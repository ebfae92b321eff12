import { common, paddingOf, UNPAINTED } from './common.ts';
import type { Measured, MeasuredCell, MeasuredTable, Paragraph } from './measured.ts';
import { boxOn, type Page } from './page.ts';
import { paintOf } from './paint.ts';

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
    paint: paintOf(page, cell, style) ?? UNPAINTED,
    head: cell.localName === 'th',
    padding: paddingOf(page, cell, style),
    anchor,
    paragraphs,
    blocks: parts.filter(({ kind }) => kind !== 'text'),
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
