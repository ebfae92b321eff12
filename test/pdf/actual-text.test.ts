import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { turnActualTexts } from '../../src/pdf/actual-text.ts';
import { PdfFile } from '../../src/pdf/pdf-file.ts';
import { smallPdf } from '../support/small-pdf.ts';

const stream = (text: string, entries = ''): string =>
  `<<${entries}/Length ${text.length}>> stream\n${text}\nendstream`;
const span = (hex: string): string => `/Span<</ActualText <FEFF${hex}> >> BDC\n<0001> Tj\n<0002> Tj\nEMC`;

function contentOf(pdf: PdfFile, id: number): string {
  const bytes = Buffer.from(pdf.read(id), 'latin1');
  return inflateSync(bytes.subarray(bytes.indexOf('stream\n') + 7)).toString('latin1');
}

test('text from right to left beside glyphs stands in the order of the file, in forms as well', () => {
  const page = '<</Type /Page\n/Contents 7 0 R\n/Resources <</XObject <</X8 8 0 R /X9 9 0 R>>>>\n/Parent 3 0 R>>';
  const content = ['06440627', '0633064E0651', '0647', '00660069'].map(span).join('\n');
  const objects = [
    page,
    stream(content),
    stream(span('05E905C1'), '/Subtype /Form\n'),
    stream('', '/Subtype /Image\n'),
  ];
  const bytes = Buffer.from(smallPdf(objects)).toString('latin1').replace('/Kids [4 0 R 5 0 R]', '/Kids [4 0 R 6 0 R]');
  const pdf = new PdfFile(Buffer.from(bytes, 'latin1'));
  turnActualTexts(pdf);
  expect(contentOf(pdf, 7)).toBe(['06270644', '0651064E0633', '0647', '00660069'].map(span).join('\n'));
  expect(contentOf(pdf, 8)).toBe(span('05C105E9'));
});

test('text that the font of a glyph says as well goes', () => {
  const fonts = '<</Font <</F8 8 0 R\n/F9 9 0 R>>>>';
  const font = (map: number): string => `<</Type /Font\n/ToUnicode ${map} 0 R>>`;
  const mark = (hex: string, inside: string): string => `/Span<</ActualText <FEFF${hex}> >> BDC\n${inside}\nEMC`;
  const content = [
    mark('06440627', '/F8 40.5 Tf\n1 0 0 -1 5 5 Tm\n<0001> Tj'),
    mark('0647', '12.5 0 Td <0002> Tj'),
    '/F9 12 Tf\n<0001> Tj',
    mark('0647', '12.5 0 Td <0002> Tj'),
  ];
  const small = smallPdf([
    `<</Type /Page\n/Contents 7 0 R\n/Resources ${fonts}\n/Parent 3 0 R>>`,
    stream(content.join('\n')),
    font(10),
    font(11),
    stream('2 beginbfchar\n<0001> <06270644>\n<0002> <0647>\nendbfchar\n'),
    stream('1 beginbfchar\n<0002> <0648>\nendbfchar\n'),
  ]);
  const bytes = Buffer.from(small).toString('latin1').replace('/Kids [4 0 R 5 0 R]', '/Kids [4 0 R 6 0 R]');
  const pdf = new PdfFile(Buffer.from(bytes, 'latin1'));
  turnActualTexts(pdf);
  expect(contentOf(pdf, 7)).toBe(
    [
      '/Span BMC\n/F8 40.5 Tf\n1 0 0 -1 5 5 Tm\n<0001> Tj\nEMC',
      '/Span BMC\n12.5 0 Td <0002> Tj\nEMC',
      ...content.slice(2),
    ].join('\n'),
  );
});

test('what was written before is turned, and what needs nothing stays', () => {
  const page = '<</Type /Page\n/Contents 7 0 R\n/Parent 3 0 R>>';
  const small = smallPdf([page, stream('q\nQ')]);
  const bytes = Buffer.from(small).toString('latin1').replace('/Kids [4 0 R 5 0 R]', '/Kids [4 0 R 6 0 R]');
  const pdf = new PdfFile(Buffer.from(bytes, 'latin1'));
  turnActualTexts(pdf);
  expect(pdf.read(7)).toBe(stream('q\nQ'));
  pdf.writeStream(7, `q\n${span('06440627')}\nQ`);
  turnActualTexts(pdf);
  expect(contentOf(pdf, 7)).toBe(`q\n${span('06270644')}\nQ`);
});
