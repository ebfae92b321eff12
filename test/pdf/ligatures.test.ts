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
    ['a form of lam-alef', '<14F6> <FEFC>', '<14F6> <06270644>'],
    ['a form of one letter', '<14E2> <FEEB>', '<14E2> <0647>'],
    ['a form of Allah', '<0003> <FDF2>', '<0003> <0647064406440627>'],
    ['a form of marks', '<0003> <FC60>', '<0003> <0651064E>'],
    ['Hebrew with a dot', '<0003> <FB2A>', '<0003> <05C105E9>'],
    ['a word with a sign', '<0003> <FDFA>', '<0003> <FDFA>'],
    ['a plus sign', '<0003> <FB29>', '<0003> <FB29>'],
    ['nothing', '<0003> <0000>', '<0003> <0000>'],
    ['Latin', '<0003> <00660069>', '<0003> <00660069>'],
    ['a pair of surrogates', '<0003> <D83DDE00>', '<0003> <D83DDE00>'],
  ])('is turned round where its script is: %s', (_, entry, expected) => {
    expect(turned(`2 beginbfchar\n${entry}\n<0009> <0041>\nendbfchar\n`)).toBe(
      `2 beginbfchar\n${expected}\n<0009> <0041>\nendbfchar\n`,
    );
  });

  test('is given glyph by glyph where glyphs in a row have forms in a row', () => {
    const map = '<0001> <0041>\nendbfchar\n2 beginbfrange\n<0558> <0559> <062A>\n<14F0> <14F2> <FEF6>\nendbfrange\n';
    expect(turned(`1 beginbfchar\n${map}`)).toBe(
      '1 beginbfchar\n<0001> <0041>\nendbfchar\n5 beginbfchar\n<0558> <062A>\n<0559> <062B>\n<14F0> <06220644>\n<14F1> <06230644>\n<14F2> <06230644>\nendbfchar\n',
    );
    const plain = '1 beginbfrange\n<0558> <0559> <062A>\nendbfrange\n';
    expect(turned(plain)).toBe(plain);
  });

  test('is given in sections of a hundred', () => {
    const made = turned('1 beginbfrange\n<0000> <008C> <FE70>\nendbfrange\n');
    expect(made.match(/^\d+ beginbfchar$/gm)).toEqual(['100 beginbfchar', '41 beginbfchar']);
    expect(made.match(/^<.*>$/gm)).toHaveLength(141);
  });
});
