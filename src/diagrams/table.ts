import type { DrawingProblem } from '../model/drawing.ts';

export type Cell = string | number;

/** A table of figures as an author writes it in a fence. Columns are known by their place: a name may be any word. */
export interface Table {
  columns: string[];
  rows: Cell[][];
  /** The line in which each row begins; 1-based. */
  lines: number[];
  /** Cells that keep a column from being one of figures, by the column's place. */
  words: Map<number, { word: string; line: number }>;
  /** A problem that keeps the table from being read as intended. */
  fault?: DrawingProblem | undefined;
}

/** Separators, the likelier one first where a table could have either. */
const SEPARATORS = [';', ',', '\t'];

/**
 * Reads CSV or TSV with a header line; columns that hold nothing but figures are numbers. Spreadsheets write what their
 * language writes: the separator and the decimal mark are found out.
 */
export async function readTable(source: string, lang: string): Promise<Table> {
  const { dsvFormat } = await import('d3-dsv');
  const parse = (separator: string): string[][] => dsvFormat(separator).parseRows(source.trim());
  const separator = lang === 'tsv' ? '\t' : separatorOf(source, parse);
  let line = /^\s*/.exec(source)?.[0].split('\n').length ?? 1;
  const [head, ...body] = parse(separator).map((cells) => {
    const begins = line;
    line += cells.join('').split('\n').length;
    return { cells: cells.map((cell) => cell.trim()), line: begins };
  });
  const header = head?.cells ?? [];
  const filled = body.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const texts = filled.map(({ cells }) => header.map((_, index) => cells[index] ?? ''));
  const lines = filled.map((row) => row.line);
  const mark = decimalMark(texts.flat(), separator);
  const words = wordsIn(texts, lines, mark);
  const rows = texts.map((row) =>
    row.map((cell, index) => {
      if (words.has(index) || cell === '') return plainWord(cell);
      return MISSING.test(cell) ? '' : toNumber(cell, mark);
    }),
  );
  const fault = faultIn(source, header.length, filled);
  return { columns: header.map(distinct).map(plainWord), rows, lines, words, fault };
}

/** Marks that spreadsheets and programs write for a missing figure. */
const MISSING = /^(?:n\/?a|nan|null|none|nil|[-–—?]|…|\.{2,3})$/i;

/**
 * Finds the first cell of each column that is not a figure; in a column of nothing but signs for missing figures, that
 * sign.
 */
function wordsIn(texts: readonly string[][], lines: readonly number[], mark: '.' | ','): Table['words'] {
  const words: Table['words'] = new Map();
  for (const index of texts[0]?.keys() ?? []) {
    const cells = texts.map((row) => row[index] ?? '');
    const isFigure = (cell: string): boolean => Number.isFinite(toNumber(cell, mark));
    const figures = cells.some(isFigure);
    const at = cells.findIndex((cell) => cell !== '' && !isFigure(cell) && !(figures && MISSING.test(cell)));
    if (at >= 0) words.set(index, { word: cells[at] ?? '', line: lines[at] ?? 1 });
  }
  return words;
}

function faultIn(
  source: string,
  columns: number,
  rows: readonly { cells: string[]; line: number }[],
): DrawingProblem | undefined {
  const open = rows.find(({ cells }) => cells.some((cell) => cell.includes('\n')));
  if (open && (source.split('"').length - 1) % 2 === 1) {
    return { problem: 'a double quote is not closed in the row that begins here', line: open.line };
  }
  const long = rows.find(({ cells }) => cells.slice(columns).some((cell) => cell !== ''));
  if (!long) return undefined;
  const counts = `this row has ${long.cells.length} cells and the header ${columns}`;
  return { problem: `${counts}; put “1,5” into double quotes, or separate columns with “;” or tabs`, line: long.line };
}

/** Tells whether a column holds figures and nothing else. */
export function isNumeric({ rows }: Pick<Table, 'rows'>, column: number): boolean {
  return (
    rows.some((row) => typeof row[column] === 'number') &&
    rows.every((row) => row[column] === '' || typeof row[column] === 'number')
  );
}

/**
 * Finds the separator that cuts every line into the same number of cells, otherwise the one that cuts the first into
 * most.
 */
function separatorOf(source: string, parse: (separator: string) => string[][]): string {
  const header = source.trimStart().split('\n', 1)[0] ?? '';
  const tables = SEPARATORS.filter((separator) => header.includes(separator)).map((separator) => {
    const [first = [], ...rest] = parse(separator);
    return { separator, count: first.length, even: rest.every((row) => row.length === first.length) };
  });
  const [best] = tables.toSorted((one, other) => Number(other.even) - Number(one.even) || other.count - one.count);
  return best?.separator ?? ',';
}

/** Signs beside a figure, and blanks or apostrophes between its thousands. */
const BESIDE = /[\s_%€$£'’]/g;
const bare = (text: string): string => text.replace(BESIDE, '').replace('−', '-');
const GROUPED = { '.': /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/, ',': /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/ };

/** Tells whether a table writes 1.5 or 1,5, by figures that can be meant in one way only. */
function decimalMark(cells: readonly string[], separator: string): '.' | ',' {
  for (const cell of cells) {
    const figure = bare(cell);
    if (!/^[+-]?[\d.,]*\d$/.test(figure)) continue;
    // Semicolons stand between cells where commas stand in figures.
    const comma = /^[+-]?\d*,\d+$/.test(figure) && (separator === ';' || !GROUPED['.'].test(figure));
    if (comma || /^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/.test(figure) || /^[+-]?\d{1,3}(?:\.\d{3}){2,}$/.test(figure))
      return ',';
  }
  return '.';
}

/** Reads a figure with or without marks between thousands; NaN where it is none. */
export function toNumber(text = '', mark: '.' | ',' = '.'): number {
  const figure = bare(text);
  if (figure === '') return Number.NaN;
  const plain = GROUPED[mark].test(figure) ? figure.replaceAll(mark === '.' ? ',' : '.', '') : figure;
  if (mark === '.') return Number(plain);
  return plain.includes('.') ? Number.NaN : Number(plain.replace(',', '.'));
}

/**
 * Changes a word that every object has as a property, such as `constructor`, by an invisible blank: Vega looks words up
 * in objects.
 */
export function plainWord(text: string): string {
  return text in Object.prototype ? `${text} ` : text;
}

/** Makes names of columns differ: two columns of the same name are two series. */
function distinct(name: string, index: number, names: readonly string[]): string {
  const before = names.slice(0, index).filter((other) => other === name).length;
  return before > 0 ? `${name} (${before + 1})` : name;
}
