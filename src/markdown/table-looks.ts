import type { Nodes, PhrasingContent, Table, TableCell } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import type { Attributes } from '../model/attributes.ts';
import { didYouMean, spellingOf } from '../model/did-you-mean.ts';
import { warn } from '../model/messages.ts';
import { isOpenData } from '../model/own-data.ts';
import { readNumber } from '../model/read-number.ts';
import { inline } from './component.ts';
import { ragMark } from './rag-marks.ts';
import { trendLine } from './trend-lines.ts';

/** Attributes after a table. */
const KNOWN = ['highlight', 'bars', 'trend', 'rag'] as const;
type Key = (typeof KNOWN)[number];

export interface TableContext {
  file: VFile;
  place: Nodes;
  lang: string;
}

/** Gives a table what the attributes behind it say: rows and columns that stand out, bars, trend lines and marks in cells. */
export function lookAtTable(table: Table, { values }: Attributes, context: TableContext): boolean {
  const known: readonly string[] = KNOWN;
  for (const key of values.keys()) {
    if (known.includes(key) || isOpenData(key)) continue;
    const reason = `Unknown attribute “${key}” of a table${didYouMean(key, known)}`;
    warn(context.file, reason, { place: context.place, ruleId: 'table-attribute', spelling: spellingOf(key, known) });
  }
  const given = (key: Key): string[] => {
    const value = values.get(key);
    return typeof value === 'string' ? value.split(/[,;]/).flatMap((name) => name.trim() || []) : [];
  };
  for (const name of given('highlight')) highlight(table, name, context);
  const columns = (key: Key, look: (cells: TableCell[], context: TableContext) => void): void => {
    for (const name of given(key)) {
      const column = columnOf(table, name);
      if (column === undefined) refuseName(name, table, context);
      else look(cellsOf(table, column), context);
    }
  };
  columns('bars', bars);
  columns('trend', (cells, { lang }) => {
    for (const cell of cells) fill(cell, trendLine(toString(cell), lang), 'with-trend');
  });
  columns('rag', (cells) => {
    for (const cell of cells) fill(cell, ragMark(cell), 'with-rag');
  });
  return KNOWN.some((key) => values.has(key));
}

function fill(cell: TableCell, children: PhrasingContent[] | undefined, className: string): void {
  if (!children) return;
  cell.children = children;
  addClass(cell, className);
}

function highlight(table: Table, name: string, context: TableContext): void {
  const row = rowOf(table, name);
  const column = row === undefined ? columnOf(table, name) : undefined;
  if (row === undefined && column === undefined) refuseName(name, table, context);
  if (row !== undefined) for (const cell of table.children[row]?.children ?? []) addClass(cell, 'highlight');
  if (column === undefined) return;
  for (const { children } of table.children) {
    const cell = children[column];
    if (cell) addClass(cell, 'highlight');
  }
}

/** Rows are named by their first cell or by their number, the one below the head being 1. */
function rowOf({ children }: Table, name: string): number | undefined {
  const [, number] = /^(?:row )?(\d+)$/i.exec(name) ?? [];
  const named = children.findIndex(
    ({ children: [first] }, index) => index > 0 && first !== undefined && same(toString(first), name),
  );
  if (named !== -1) return named;
  if (/^last$/i.test(name)) return children.length - 1;
  return number !== undefined && Number(number) >= 1 && Number(number) < children.length ? Number(number) : undefined;
}

/** Columns are named by their heads or by their number. */
function columnOf({ children: [head] }: Table, name: string): number | undefined {
  const cells = head?.children ?? [];
  const named = cells.findIndex((cell) => same(toString(cell), name));
  if (named !== -1) return named;
  const [, number] = /^(?:column )?(\d+)$/i.exec(name) ?? [];
  return number !== undefined && Number(number) >= 1 && Number(number) <= cells.length ? Number(number) - 1 : undefined;
}

function same(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function refuseName(name: string, { children: [head] }: Table, { file, place }: TableContext): void {
  const names = (head?.children ?? []).map((cell) => toString(cell).trim()).filter(Boolean);
  const reason = `The table has no row or column “${name}”${didYouMean(name, names)}`;
  warn(file, reason, { place, ruleId: 'table-attribute' });
}

function cellsOf({ children: [, ...rows] }: Table, column: number): TableCell[] {
  return rows.flatMap(({ children }) => children[column] ?? []);
}

/** Bars begin at zero, and the longest fills its cell. */
function bars(cells: TableCell[], { lang }: TableContext): void {
  const numbers = cells.map((cell) => readNumber(toString(cell), lang));
  const found = numbers.filter((number) => number !== undefined);
  const [least, most] = [Math.min(0, ...found), Math.max(0, ...found)];
  cells.forEach((cell, index) => {
    const number = numbers[index];
    if (number === undefined || most === least) return;
    const share = (value: number): number => Math.round(((value - least) / (most - least)) * 1000) / 10;
    const [from, to] = [share(Math.min(0, number)), share(Math.max(0, number))];
    const style = `--from:${from}%;--to:${to}%`;
    const bar = inline('span', { className: ['cell-bar', ...(number < 0 ? ['negative'] : [])], style }, []);
    const value = inline('span', { className: ['cell-value'] }, cell.children);
    fill(cell, [inline('span', { className: ['bar-cell'] }, [bar, value])], 'with-bar');
  });
}

function addClass(cell: TableCell, name: string): void {
  const { className } = cell.data?.hProperties ?? {};
  const classes = [...(Array.isArray(className) ? className : []), name] as string[];
  cell.data = { ...cell.data, hProperties: { ...cell.data?.hProperties, className: classes } };
}
