import { createPackage } from '../package.ts';
import { xml, type Element } from '../xml.ts';
import type { ChartData } from './chart-data.ts';

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Returns the letters of a column, counted from 0. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? columnName(rest - 1) : ''}${String.fromCodePoint(65 + (index % 26))}`;
}

/** Makes the workbook that a chart's figures are edited in: categories in the first column, a series in each other. */
export function chartWorkbook({ head, categories, across, groups }: ChartData): Uint8Array {
  const series = groups.flatMap((group) => group.series);
  const first = across ?? categories;
  const columns = [[head, ...first], ...series.map(({ name, values }) => [name, ...values])];
  const rows = Array.from({ length: first.length + 1 }, (_, row) => columns.map((column) => column[row] ?? null));
  const workbook = createPackage();
  workbook.add(
    'xl/workbook.xml',
    xml(
      'workbook',
      { xmlns: SHEET, 'xmlns:r': RELATIONSHIPS },
      xml(
        'sheets',
        {},
        xml('sheet', {
          name: 'Sheet1',
          sheetId: 1,
          'r:id': workbook.relate('xl/workbook.xml', 'worksheet', 'xl/worksheets/sheet1.xml'),
        }),
      ),
    ),
    `${TYPE}.sheet.main+xml`,
  );
  workbook.relate('xl/workbook.xml', 'styles', 'xl/styles.xml');
  workbook.add('xl/styles.xml', styles(), `${TYPE}.styles+xml`);
  workbook.add(
    'xl/worksheets/sheet1.xml',
    xml(
      'worksheet',
      { xmlns: SHEET },
      xml('dimension', { ref: `A1:${columnName(series.length)}${rows.length}` }),
      xml(
        'sheetData',
        {},
        rows.map((cells, row) =>
          xml(
            'row',
            { r: row + 1 },
            cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row + 1}`)),
          ),
        ),
      ),
    ),
    `${TYPE}.worksheet+xml`,
  );
  workbook.relate('', 'officeDocument', 'xl/workbook.xml');
  return workbook.zip();
}

function cellXml(cell: string | number | null, place: string): Element | undefined {
  if (cell === null) return undefined;
  return typeof cell === 'number'
    ? xml('c', { r: place }, xml('v', {}, String(cell)))
    : xml('c', { r: place, t: 'inlineStr' }, xml('is', {}, xml('t', {}, cell)));
}

/** The least that spreadsheets take for styles. */
function styles(): Element {
  return xml(
    'styleSheet',
    { xmlns: SHEET },
    xml('fonts', { count: 1 }, xml('font', {}, xml('sz', { val: 11 }), xml('name', { val: 'Calibri' }))),
    xml(
      'fills',
      { count: 2 },
      xml('fill', {}, xml('patternFill', { patternType: 'none' })),
      xml('fill', {}, xml('patternFill', { patternType: 'gray125' })),
    ),
    xml('borders', { count: 1 }, xml('border')),
    xml('cellStyleXfs', { count: 1 }, xml('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })),
    xml('cellXfs', { count: 1 }, xml('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 })),
  );
}
