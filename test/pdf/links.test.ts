import { expect, test } from 'vitest';
import { shortenNames } from '../../src/pdf/links.ts';
import { PdfFile } from '../../src/pdf/pdf-file.ts';
import { smallPdf } from '../support/small-pdf.ts';

test('names that are longer than names can be become short, where they lead to and where they lead from', () => {
  const [long, other] = ['#D8#B9'.repeat(64), 'a'.repeat(128)];
  const fine = '#D8#B9'.repeat(63);
  const small = smallPdf([
    `<</Type /Page\n/Annots [7 0 R 8 0 R 9 0 R]\n/Parent 3 0 R>>`,
    ...[long, fine, other].map((name) => `<</Type /Annot\n/Subtype /Link\n/Dest /${name}\n/StructParent 1>>`),
    `<<${[long, fine, other].map((name, at) => `/${name} [4 0 R /XYZ ${at} 2 0]`).join('\n')}>>`,
  ]);
  const bytes = Buffer.from(small)
    .toString('latin1')
    .replace('/Kids [4 0 R 5 0 R]', '/Kids [4 0 R 6 0 R]')
    .replace('<</Type /Catalog', '<</Dests 10 0 R/Type /Catalog');
  const pdf = new PdfFile(Buffer.from(moved(bytes), 'latin1'));
  shortenNames(pdf);
  expect(pdf.read(10)).toBe(
    `<</long-name-1 [4 0 R /XYZ 0 2 0]\n/${fine} [4 0 R /XYZ 1 2 0]\n/long-name-2 [4 0 R /XYZ 2 2 0]>>`,
  );
  const targets = [7, 8, 9].map((id) => /\/Dest \/(\S+)/.exec(pdf.read(id))?.[1]);
  expect(targets).toEqual(['long-name-1', fine, 'long-name-2']);
});

/** Offsets of what stands behind the catalog are `/Dests 10 0 R` further on. */
function moved(bytes: string): string {
  const by = '/Dests 10 0 R'.length;
  let at = 0;
  return bytes
    .replace(/^(\d{10})(?= 00000 n)/gm, (offset) => {
      at += 1;
      return String(Number(offset) + (at > 2 ? by : 0)).padStart(10, '0');
    })
    .replace(/(?<=startxref\n)\d+/, (offset) => String(Number(offset) + by));
}
