/** A table of figures as an author writes it in a fence. */
export interface Table {
  columns: string[];
  rows: Record<string, string | number>[];
}

/** Reads CSV or TSV with a header line; columns that hold nothing but figures are numbers. */
export async function readTable(source: string, lang: string): Promise<Table> {
  const { dsvFormat } = await import('d3-dsv');
  const parsed = dsvFormat(separatorOf(source, lang)).parse(source.trim());
  const columns = parsed.columns.map((name) => name.trim());
  const texts = parsed.map((row) => parsed.columns.map((name) => (row[name] ?? '').trim()));
  const numeric = columns.map((_, index) =>
    texts.every((row) => row[index] === '' || !Number.isNaN(toNumber(row[index]))),
  );
  const rows = texts.map((row) =>
    Object.fromEntries(
      columns.map((name, index) => {
        const value = row[index] ?? '';
        return [name, numeric[index] && value !== '' ? toNumber(value) : value];
      }),
    ),
  );
  return { columns, rows };
}

/** Whether a column holds figures, and nothing else. */
export function isNumeric({ rows }: Table, name: string): boolean {
  return (
    rows.some((row) => typeof row[name] === 'number') &&
    rows.every((row) => row[name] === '' || typeof row[name] === 'number')
  );
}

function separatorOf(source: string, lang: string): string {
  if (lang === 'tsv') return '\t';
  const header = source.split('\n', 1)[0] ?? '';
  return !header.includes(',') && header.includes(';') ? ';' : ',';
}

function toNumber(text = ''): number {
  return text === '' ? Number.NaN : Number(text.replace(/[\s_%€$£]/g, ''));
}
