import { xml, type Element } from '../xml.ts';
import type { MathNode } from './mathml.ts';
import type { Convert, MathLook } from './runs.ts';

/** Converts a table: equations below each other, or a matrix. */
export function arrayOf(table: MathNode, look: MathLook, convert: Convert): Element[] {
  const rows = table.children.map(({ children }) => children.filter((cell) => !isMargin(cell)));
  const [first = []] = rows;
  const [only, ...more] = rows.flat();
  if (rows.length === 1 && only && more.length === 0) return convert(only.children, look);
  return [
    isAligned(table) ? equations(rows, look, convert) : matrix(rows, columnsOf(table, first.length), { look, convert }),
  ];
}

/** KaTeX has cells for the margins of a numbered equation, and for its number. */
function isMargin({ attributes }: MathNode): boolean {
  return /mtr-glue|mml-eqn-num/.test(attributes.get('class') ?? '');
}

/** Equations are aligned in pairs of columns, the first to the right and the second to the left. */
function isAligned({ attributes }: MathNode): boolean {
  const alignments = alignmentsOf(attributes);
  const spaces = attributes.get('columnspacing')?.split(/\s+/) ?? [];
  return (
    alignments.length > 1 &&
    /^(?:right left ?)+(?:right)?$/.test(alignments.join(' ')) &&
    Number.parseFloat(spaces[0] ?? '1') === 0
  );
}

function alignmentsOf(attributes: MathNode['attributes']): string[] {
  return attributes.get('columnalign')?.trim().split(/\s+/) ?? [];
}

function columnsOf({ attributes }: MathNode, count: number): string[] {
  const alignments = alignmentsOf(attributes);
  return Array.from({ length: count }, (_, index) => alignments[index] ?? alignments.at(-1) ?? 'center');
}

/** Writes equations with `&` where they are aligned, as Office Math does. */
function equations(rows: readonly MathNode[][], look: MathLook, convert: Convert): Element {
  const mark = (): Element => xml('m:r', {}, look.run(look.colour), xml('m:t', {}, '&'));
  return xml(
    'm:eqArr',
    {},
    rows.map((cells) =>
      xml(
        'm:e',
        {},
        cells.flatMap((cell, index) => [...(index > 0 ? [mark()] : []), ...convert(cell.children, look)]),
      ),
    ),
  );
}

interface Converting {
  look: MathLook;
  convert: Convert;
}

function matrix(rows: readonly MathNode[][], columns: readonly string[], { look, convert }: Converting): Element {
  const groups: { align: string; count: number }[] = [];
  for (const align of columns) {
    const last = groups.at(-1);
    if (last?.align === align) last.count += 1;
    else groups.push({ align, count: 1 });
  }
  return xml(
    'm:m',
    {},
    xml(
      'm:mPr',
      {},
      xml('m:plcHide', { 'm:val': 1 }),
      xml(
        'm:mcs',
        {},
        groups.map(({ align, count }) =>
          xml('m:mc', {}, xml('m:mcPr', {}, xml('m:count', { 'm:val': count }), xml('m:mcJc', { 'm:val': align }))),
        ),
      ),
    ),
    rows.map((cells) =>
      xml(
        'm:mr',
        {},
        columns.map((_, index) => xml('m:e', {}, cells[index] ? convert(cells[index].children, look) : [])),
      ),
    ),
  );
}
