import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';

/** A number with a sign, a currency and a unit of a few letters. */
const FIGURE = /^[<>≈~±+−–-]?\s?[$€£¥]?\s?\d[\d.,\s'’]{0,20}\s?(?:[%‰°$€£¥×x]|\p{L}{1,2})?$/u;
/** A cell without a number. */
const NONE = /^[–—-]?$/;

/** Aligns columns of figures of tables at their end, as in print, where an author says nothing of them. */
export function alignFigures(content: readonly ElementContent[]): void {
  for (const node of content) if (node.type === 'element' && node.tagName === 'table') alignColumns(node);
}

function alignColumns(table: Element): void {
  const rows = partsOf(table).flatMap((part) =>
    partsOf(part).map((row) => ({ part: part.tagName, cells: partsOf(row) })),
  );
  const body = rows.filter(({ part }) => part === 'tbody').map(({ cells }) => cells);
  if (body.length < 2) return;
  const columns = body[0]?.length ?? 0;
  for (let column = 1; column < columns; column += 1) {
    const cells = body.map((row) => row[column]);
    if (!cells.every((cell) => cell && isFigure(cell)) || !cells.some((cell) => cell && !isNone(cell))) continue;
    for (const { cells: row } of rows) {
      const cell = row[column];
      if (cell) cell.properties['align'] = 'right';
    }
  }
}

function isFigure(cell: Element): boolean {
  if (Object.keys(cell.properties).length > 0) return false;
  return isNone(cell) || FIGURE.test(toString(cell).trim());
}

function isNone(cell: Element): boolean {
  return NONE.test(toString(cell).trim()) && cell.children.every(({ type }) => type === 'text');
}

function partsOf({ children }: Element): Element[] {
  return children.filter((child) => child.type === 'element');
}
