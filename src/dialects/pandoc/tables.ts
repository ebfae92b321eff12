import type { DialectSource } from '../../model/dialect.ts';
import type { SourceLine } from '../common/scan-lines.ts';

const GRID = /^\+(?:[-=:]+\+)+[ \t]*$/;
const DASHES = /^[ ]{0,3}-{2,}(?:[ ]{1,99}-{2,})+[ ]*$/;
const RULE = /^[ ]{0,3}-{4,}[ ]*$/;
const ALIGNED = /^:?-+:?$/;

/** Turns grid tables, simple tables and tables of several lines into tables of pipes. */
export function readTables(lines: readonly SourceLine[], source: DialectSource): void {
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || line.isCode || line.isComment) continue;
    if (GRID.test(line.text) && isBlank(lines[at - 1])) at = readGrid(lines, at, source);
    else if (RULE.test(line.text) && isBlank(lines[at - 1]) && !isBlank(lines[at + 1]))
      at = readMultiline(lines, at, source);
    else if (DASHES.test(line.text)) at = readSimple(lines, at, source);
    else if (/^\|[ :]{0,9}-[-:| +]{0,2000}$/.test(line.text)) readPipes(lines, at, source);
  }
}

function isBlank(line: SourceLine | undefined): boolean {
  return line === undefined || line.text.trim() === '';
}

/** Dashes with `+` between them are dashes with `|`; a table without heads gets empty ones. */
function readPipes(lines: readonly SourceLine[], at: number, source: DialectSource): void {
  const line = lines[at];
  if (!line) return;
  const dashes = line.text.replaceAll('+', '|');
  const isHeadless = isBlank(lines[at - 1]) && !isBlank(lines[at + 1]);
  const heads = isHeadless ? `${dashes.replaceAll(/[-:]+/g, ' ')}\n` : '';
  if (heads !== '' || dashes !== line.text) source.replace(line, `${heads}${dashes}`);
}

function readGrid(lines: readonly SourceLine[], from: number, source: DialectSource): number {
  let to = from;
  while (to + 1 < lines.length && /^[+|]/.test(lines[to + 1]?.text ?? '')) to += 1;
  const first = lines[from];
  const last = lines[to];
  if (!first || !last || !GRID.test(last.text)) return to;
  const edges = [...first.text].flatMap((char, index) => (char === '+' ? [index] : []));
  const rows: string[][][] = [[]];
  let heads = -1;
  let aligned = first.text;
  for (const { text } of lines.slice(from + 1, to + 1)) {
    if (GRID.test(text)) {
      if (text.includes('=') && heads === -1) {
        heads = rows.length;
        aligned = text;
      }
      rows.push([]);
    } else rows.at(-1)?.push(edges.slice(0, -1).map((edge, index) => text.slice(edge + 1, edges[index + 1]).trim()));
  }
  const cells = rows.filter((row) => row.length > 0).map((row) => joined(row, edges.length - 1));
  write({ first, last }, { cells, hasHeads: heads !== -1, alignments: aligned.split('+').slice(1, -1) }, source);
  return to;
}

/** Joins the lines of a row, column by column: empty lines and items of lists begin lines of their own. */
function joined(lines: readonly (readonly string[])[], columns: number): string[] {
  return Array.from({ length: columns }, (_, column) => {
    let text = '';
    for (const line of lines) {
      const cell = line[column] ?? '';
      const item = /^[-*+][ \t]+/.exec(cell);
      const own = item ? `• ${cell.slice(item[0].length)}` : cell;
      text +=
        text === '' || own === ''
          ? own === '' && text !== ''
            ? '<br>'
            : own
          : item || text.endsWith('<br>')
            ? `${text.endsWith('<br>') ? '' : '<br>'}${own}`
            : ` ${own}`;
    }
    return text.replace(/(?:<br>){1,50}$/, '').replaceAll(/(?<!\\)\|/g, '\\|');
  });
}

/** Reads a table whose columns are where the dashes of a line are. */
function readSimple(lines: readonly SourceLine[], at: number, source: DialectSource): number {
  const dashes = lines[at]?.text ?? '';
  const hasHeads = !isBlank(lines[at - 1]);
  const columns = columnsOf(dashes);
  let to = at + 1;
  while (
    to < lines.length &&
    !isBlank(lines[to]) &&
    !DASHES.test(lines[to]?.text ?? '') &&
    !RULE.test(lines[to]?.text ?? '')
  )
    to += 1;
  const isClosed = DASHES.test(lines[to]?.text ?? '') || RULE.test(lines[to]?.text ?? '');
  const last = lines[isClosed ? to : to - 1];
  const first = lines[hasHeads ? at - 1 : at];
  if (!first || !last || to - at < 2 || (!hasHeads && !isClosed)) return at;
  const heads = hasHeads ? [cellsOf(first.text, columns)] : [];
  const cells = [...heads, ...lines.slice(at + 1, to).map(({ text }) => cellsOf(text, columns))];
  write({ first, last }, { cells, hasHeads, alignments: alignmentsOf(hasHeads ? first.text : '', columns) }, source);
  return isClosed ? to : to - 1;
}

/** Reads a table whose rows have several lines, with empty lines between them and a line of dashes around it. */
function readMultiline(lines: readonly SourceLine[], from: number, source: DialectSource): number {
  const middle = lines.findIndex((line, index) => index > from && index < from + 12 && DASHES.test(line.text));
  if (middle === -1) return from;
  const columns = columnsOf(lines[middle]?.text ?? '');
  const to = lines.findIndex((line, index) => index > middle && RULE.test(line.text) && isBlank(lines[index + 1]));
  const [first, last] = [lines[from], lines[to]];
  if (to === -1 || !first || !last) return from;
  const rows: string[][][] = [[]];
  for (const { text } of lines.slice(middle + 1, to)) {
    if (text.trim() === '') rows.push([]);
    else rows.at(-1)?.push(cellsOf(text, columns));
  }
  const heads = lines.slice(from + 1, middle).map(({ text }) => cellsOf(text, columns));
  const cells = [heads, ...rows].filter((row) => row.length > 0).map((row) => joined(row, columns.length));
  write(
    { first, last },
    { cells, hasHeads: heads.length > 0, alignments: alignmentsOf(lines[middle - 1]?.text ?? '', columns) },
    source,
  );
  return to;
}

type Column = readonly [start: number, end: number];

function columnsOf(dashes: string): Column[] {
  return [...dashes.matchAll(/-+/g)].map((match) => [match.index, match.index + match[0].length] as const);
}

function cellsOf(text: string, columns: readonly Column[]): string[] {
  return columns.map(([start], index) => text.slice(index === 0 ? 0 : start, columns[index + 1]?.[0]).trim());
}

/** Heads that end where their dashes end are to the right, those within on both sides in the middle. */
function alignmentsOf(heads: string, columns: readonly Column[]): string[] {
  return columns.map(([start, end]) => {
    const cell = heads.slice(start, end);
    if (cell.trim() === '') return '---';
    const [isLeft, isRight] = [!cell.startsWith(' '), cell.length === end - start && !cell.endsWith(' ')];
    if (isRight && !isLeft) return '--:';
    return !isLeft && !isRight ? ':-:' : '---';
  });
}

function write(
  { first, last }: { first: SourceLine; last: SourceLine },
  { cells, hasHeads, alignments }: { cells: readonly string[][]; hasHeads: boolean; alignments: readonly string[] },
  source: DialectSource,
): void {
  const rows = hasHeads ? cells : [alignments.map(() => ''), ...cells];
  const dashes = alignments.map((written) => {
    const mark = written.replaceAll('=', '-').trim();
    return ALIGNED.test(mark) ? mark.replace(/-+/, '---') : '---';
  });
  const [heads = '', ...body] = rows.map((row) => `| ${row.join(' | ')} |`);
  source.replace({ start: first.start, end: last.end }, [heads, `| ${dashes.join(' | ')} |`, ...body].join('\n'));
}
