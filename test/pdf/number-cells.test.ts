import { expect, test } from 'vitest';
import { numberCells } from '../../src/pdf/number-cells.ts';
import { PdfFile } from '../../src/pdf/pdf-file.ts';
import { smallPdf } from '../support/small-pdf.ts';

/** A structure with two heads and a cell below them; the browser has counted its nodes in some order. */
function printed(heads: readonly [string, string]): PdfFile {
  const name = (number: string): string => `(node000012${number})`;
  const sorted = heads.map((number, index) => [name(number), `${index + 9} 0 R`]).toSorted();
  return new PdfFile(
    smallPdf([
      '<</Type /StructTreeRoot\n/IDTree 7 0 R>>',
      '<</Kids [8 0 R]>>',
      `<</Limits [${sorted[0]?.[0]} ${sorted[1]?.[0]}]\n/Names [${sorted.flat().join(' ')}]>>`,
      `<</S /TH\n/ID ${name(heads[0])}>>`,
      `<</S /TH\n/ID ${name(heads[1])}>>`,
      `<</S /TD\n/A [<</O /Table\n/Headers [${name(heads[1])}]>>]>>`,
    ]),
  );
}

const CELLS = [
  { type: 'TH', id: 9 },
  { type: 'TH', id: 10 },
  { type: 'TD', id: 11 },
];

test.each([[['34', '35']], [['71', '70']]] as const)(
  'cells counted as %j are numbered in the order of the document',
  (heads) => {
    const pdf = printed(heads);
    numberCells(pdf, 6, CELLS);
    expect([8, 9, 10, 11].map((id) => pdf.read(id))).toEqual([
      '<</Limits [(node00000000) (node00000001)]\n/Names [(node00000000) 9 0 R (node00000001) 10 0 R]>>',
      '<</S /TH\n/ID (node00000000)>>',
      '<</S /TH\n/ID (node00000001)>>',
      '<</S /TD\n/A [<</O /Table\n/Headers [(node00000001)]>>]>>',
    ]);
  },
);
