import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { turnLigatures } from '../../src/pdf/ligatures.ts';
import { PdfFile } from '../../src/pdf/pdf-file.ts';
import { smallPdf } from '../support/small-pdf.ts';

function turned(map: string): string {
  const packed = deflateSync(Buffer.from(map)).toString('latin1');
  const font = '<</Type /Font\n/Subtype /Type0\n/ToUnicode 7 0 R>>';
  const stream = `<</Filter /FlateDecode\n/Length ${packed.length}>> stream\n${packed}\nendstream`;
  const pdf = new PdfFile(smallPdf([font, stream]));
  turnLigatures(pdf, [6]);
  const source = pdf.read(7);
  expect(source).toMatch(/^<<\/Filter \/FlateDecode\n\/Length \d+>> stream\n/);
  const bytes = Buffer.from(source, 'latin1');
  return inflateSync(bytes.subarray(bytes.indexOf('stream\n') + 7)).toString('latin1');
}

describe('what a ligature means', () => {
  test.each([
    ['lam-alef', '<01A2> <06440627>', '<01A2> <06270644>'],
    ['four letters', '<0003> <0627064406440647>', '<0003> <0647064406440627>'],
    ['with marks', '<0003> <0651064E>', '<0003> <064E0651>'],
    ['Hebrew', '<0003> <05D005DC>', '<0003> <05DC05D0>'],
    ['one letter', '<0003> <0644>', '<0003> <0644>'],
    ['Latin', '<0003> <00660069>', '<0003> <00660069>'],
    ['a pair of surrogates', '<0003> <D83DDE00>', '<0003> <D83DDE00>'],
  ])('is turned round where its script is: %s', (_, entry, expected) => {
    expect(turned(`2 beginbfchar\n${entry}\n<0009> <0041>\nendbfchar\n`)).toBe(
      `2 beginbfchar\n${expected}\n<0009> <0041>\nendbfchar\n`,
    );
  });
});
