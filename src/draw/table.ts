export type Cell = string | number;

/** A table of figures as an author writes it in a fence. Columns go by their place: a name may be any word. */
export interface Table {
  columns: string[];
  rows: Cell[][];
}

/** Separators, the likelier one first where a table could have either. */
const SEPARATORS = [';', ',', '\t'];

/**
 * Reads CSV or TSV with a header line; columns that hold nothing but figures are numbers. Spreadsheets write what their
 * language writes: the separator and the decimal mark are found out.
 */
export async function readTable(source: string, lang: string): Promise<Table> {
  const { dsvFormat } = await import('d3-dsv');
  const parse = (separator: string): string[][] =>
    dsvFormat(separator)
      .parseRows(source.trim())
      .map((row) => row.map((cell) => cell.trim()));
  const separator = lang === 'tsv' ? '\t' : separatorOf(source, parse);
  const [header = [], ...lines] = parse(separator);
  const texts = lines
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => header.map((_, index) => row[index] ?? ''));
  const mark = decimalMark(texts.flat(), separator);
  const numeric = header.map((_, index) =>
    texts.every((row) => row[index] === '' || !Number.isNaN(toNumber(row[index], mark))),
  );
  const rows = texts.map((row) =>
    row.map((cell, index) => (numeric[index] && cell !== '' ? toNumber(cell, mark) : plainWord(cell))),
  );
  return { columns: header.map(distinct).map(plainWord), rows };
}

/** Whether a column holds figures, and nothing else. */
export function isNumeric({ rows }: Pick<Table, 'rows'>, column: number): boolean {
  return (
    rows.some((row) => typeof row[column] === 'number') &&
    rows.every((row) => row[column] === '' || typeof row[column] === 'number')
  );
}

/** The one that cuts every line into the same number of cells, or else the one that cuts the first into most. */
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

/** Whether a table writes 1.5 or 1,5: told by figures that can be meant in one way only. */
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

function toNumber(text = '', mark: '.' | ',' = '.'): number {
  const figure = bare(text);
  if (figure === '') return Number.NaN;
  const plain = GROUPED[mark].test(figure) ? figure.replaceAll(mark === '.' ? ',' : '.', '') : figure;
  if (mark === '.') return Number(plain);
  return plain.includes('.') ? Number.NaN : Number(plain.replace(',', '.'));
}

/** Vega looks words up in objects, and finds there what every object has: a blank makes another word, and is not seen. */
export function plainWord(text: string): string {
  return text in Object.prototype ? `${text} ` : text;
}

/** Two columns of one name are two series. */
function distinct(name: string, index: number, names: readonly string[]): string {
  const before = names.slice(0, index).filter((other) => other === name).length;
  return before > 0 ? `${name} (${before + 1})` : name;
}
