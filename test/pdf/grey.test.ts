import { expect, test } from 'vitest';
import { makeGrey } from '../../src/pdf/grey.ts';
import { PdfFile } from '../../src/pdf/pdf-file.ts';
import { smallPdf } from '../support/small-pdf.ts';

const stream = (entries: string, bytes: string): string =>
  `<<${entries}/Length ${bytes.length}>> stream\n${bytes}\nendstream`;

test('ink becomes grey, and pictures and gradients are shown as grey', () => {
  const pdf = new PdfFile(
    smallPdf([
      stream('', '1 0 0 RG 0 1 0 rg\n.5 .5 .5 rg\n/P7 scn\nBT\n<0012> Tj\nET'),
      '<</PatternType 2\n/Shading <</ShadingType 2\n/ColorSpace /DeviceRGB>>>>',
      stream('/Subtype /Image\n/ColorSpace /DeviceRGB\n', '1 0 0 rg'),
      stream('/Subtype /Image\n/ColorSpace [/ICCBased 12 0 R]\n', 'x'),
      stream('/Subtype /Image\n/ColorSpace [/ICCBased 11 0 R]\n', 'x'),
      stream('/N 1\n', 'profile'),
      stream('/N 3\n', 'profile'),
    ]),
  );
  makeGrey(pdf);
  expect(pdf.streamText(6)).toBe('0.2126 G 0.7152 g\n0.5 g\n/P7 scn\nBT\n<0012> Tj\nET');
  const [, space = 0] = /\/ColorSpace (\d+) 0 R/.exec(pdf.read(7)) ?? [];
  expect(pdf.read(Number(space))).toMatch(/^\[\/DeviceN \[\/Red \/Green \/Blue\] \/DeviceGray /);
  expect(pdf.read(8)).toContain(`/ColorSpace ${space} 0 R`);
  expect(pdf.streamText(8)).toBe('1 0 0 rg');
  expect(pdf.dictionary(9)).toContain(`/ColorSpace ${space} 0 R`);
  // A profile of one colour is grey already.
  expect(pdf.dictionary(10)).toContain('/ICCBased');
});
