import { padTo, styled, widthOf, wrapText } from './terminal-text.ts';

interface TableOptions {
  /** Cells of the terminal in a line. */
  width: number;
  styles: boolean;
}

const GAP = '  ';
/** Columns do not get narrower. */
const LEAST = 10;

/** Formats rows as a table whose cells are wrapped; the first row is its head. Where columns have no room, each row is a list. */
export function formatTable(rows: readonly (readonly string[])[], options: TableOptions): string[] {
  const widths = fitted(naturalWidths(rows), options.width);
  return widths ? table(rows, widths, options) : records(rows, options);
}

function naturalWidths(rows: readonly (readonly string[])[]): number[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, at) => Math.max(1, ...rows.map((row) => widthOf(row[at] ?? ''))));
}

/** Narrows the widest columns until all fit; `undefined` where they cannot. */
function fitted(widths: number[], width: number): number[] | undefined {
  const room = width - GAP.length * (widths.length - 1);
  const total = (): number => widths.reduce((sum, one) => sum + one, 0);
  while (total() > room) {
    const widest = Math.max(...widths);
    if (widest <= LEAST) return undefined;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}

function table(rows: readonly (readonly string[])[], widths: readonly number[], { styles }: TableOptions): string[] {
  const wrapped = rows.map((row) => widths.map((width, at) => wrapText(row[at] ?? '', width, { hard: true })));
  const [head = [], ...others] = wrapped.map((cells) => rowLines(cells, widths));
  const lines = [...head.map((line) => (styles ? styled(line, 'bold') : line)), rule(widths)];
  for (const [index, row] of others.entries()) {
    // Rows of several lines are separated.
    if (index > 0 && row.length + (others[index - 1]?.length ?? 0) > 2) lines.push('');
    lines.push(...row);
  }
  return lines;
}

function rowLines(cells: readonly string[][], widths: readonly number[]): string[] {
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) => {
    const parts = cells.map((cell, column) => padTo(cell[at] ?? '', widths[column] ?? 0));
    return parts.join(GAP).trimEnd();
  });
}

function rule(widths: readonly number[]): string {
  return widths.map((width) => '─'.repeat(width)).join(GAP);
}

function records([head = [], ...rows]: readonly (readonly string[])[], { width, styles }: TableOptions): string[] {
  return rows.flatMap((row, index) => [
    ...(index > 0 ? [''] : []),
    ...row.flatMap((cell, at) => {
      const name = `${head[at] ?? ''}: `;
      return wrapText(`${at === 0 || name === ': ' ? '' : styles ? styled(name, 'dim') : name}${cell}`, width - 2).map(
        (line, number) => (at === 0 && number === 0 ? line : `  ${line}`),
      );
    }),
  ]);
}
