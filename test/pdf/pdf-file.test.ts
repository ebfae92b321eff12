import { describe, expect, test } from 'vitest';
import { PDFDocument } from '@cantoo/pdf-lib';
import { withArtifacts } from '../../src/pdf/marked-content.ts';
import { writeBookmarks } from '../../src/pdf/bookmarks.ts';
import { addXmp } from '../../src/pdf/metadata.ts';
import { PdfFile } from '../../src/pdf/pdf-file.ts';
import { pdfDate, pdfText } from '../../src/pdf/pdf-text.ts';
import { smallPdf } from '../support/small-pdf.ts';

describe('a PDF written anew', () => {
  test('has what was there and what was added, packed, for other programs to read', async () => {
    const pdf = new PdfFile(smallPdf(['<</Length 14>> stream\nendobj\nendobj \nendstream']));
    expect(pdf.pages()).toEqual([4, 5]);
    expect(pdf.streamText(6)).toBe('endobj\nendobj ');
    pdf.write(pdf.info, '<</Title (New)>>');
    for (let index = 0; index < 500; index += 1) pdf.add(`<</Added ${index}>>`);
    const bytes = pdf.finish();
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/^%PDF-1\.7\n/);
    expect(bytes.length).toBeLessThan(6000);
    const read = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(read.getTitle()).toBe('New');
    expect(read.getPageCount()).toBe(2);
    expect(
      read.context.enumerateIndirectObjects().filter(([, object]) => /Added/.test(object.toString())),
    ).toHaveLength(500);
    expect(
      String(read.context.enumerateIndirectObjects().find(([{ objectNumber }]) => objectNumber === 6)?.[1]),
    ).toContain('endobj');
  });

  test('bookmarks know their neighbours', () => {
    const pdf = new PdfFile(smallPdf());
    const [first, second] = ['[4 0 R /Fit]', '[5 0 R /Fit]'];
    const root = writeBookmarks(pdf, [
      { title: 'A', target: first, children: [{ title: 'Ä', target: second, children: [] }] },
    ]);
    expect(pdf.read(root)).toBe(`<</Type /Outlines\n/First ${root + 1} 0 R\n/Last ${root + 1} 0 R\n/Count 2>>`);
    expect(pdf.read(root + 1)).toContain(`/Dest [4 0 R /Fit]`);
    expect(pdf.read(root + 2)).toContain('/Title <FEFF00C4>');
  });
});

describe('artifacts', () => {
  const marked = (...lines: string[]): string[] =>
    withArtifacts(lines.join('\n'), {
      isSilent: (name) => name !== 'F',
      roleOf: (mcid) => (['content', 'footer', 'code', 'formula'] as const)[mcid - 1],
      isPage: true,
    }).content.split('\n');

  test('what is drawn outside of marked content is marked', () => {
    expect(marked('q', '0 0 1 1 re', 'f', 'Q')).toEqual(['q', '/Artifact BMC', '0 0 1 1 re', 'f', 'EMC', 'Q']);
    expect(marked('0 0 m', '1 1 l', 'S')).toEqual(['/Artifact BMC', '0 0 m', '1 1 l', 'S', 'EMC']);
    expect(marked('BT', '<00> Tj', 'ET')).toEqual(['/Artifact BMC', 'BT', '<00> Tj', 'ET', 'EMC']);
    expect(marked('/X1 Do')).toEqual(['/Artifact BMC', '/X1 Do', 'EMC']);
  });

  test('marked content without a text is decoration, unless it is known to be content', () => {
    const ground = (mcid: number): string[] => [`/NonStruct <</MCID ${mcid} >>BDC`, '0 0 1 1 re', 'f', 'EMC'];
    expect(marked(...ground(0))).toEqual(['/Artifact BMC', '0 0 1 1 re', 'f', 'EMC']);
    expect(marked(...ground(1))).toEqual(ground(1));
    expect(marked('/NonStruct <</MCID 0 >>BDC', '/X1 Do', 'EMC')[0]).toBe('/Artifact BMC');
    expect(marked('/NonStruct <</MCID 0 >>BDC', '/F Do', 'EMC')[0]).toContain('MCID');
  });

  test('numbers of lines, which look like the code beside them, are copied as nothing', () => {
    const text = (font: string, letters = '0001'): string[] => ['BT', `/${font} 20 Tf`, `<${letters}> Tj`, 'ET'];
    const code = (mcid: number): string[] => [`/Code <</MCID ${mcid} >>BDC`, ...text('F1', '00010002'), 'EMC'];
    const artifact = (lines: string[]): string[] => ['/Artifact BMC', ...lines, 'EMC'];
    const hushed = artifact(['/Span <</ActualText ( ) >>BDC', ...text('F1'), 'EMC']);
    expect(marked(...text('F1'), ...code(3))).toEqual([...hushed, ...code(3)]);
    expect(marked(...code(3), ...text('F1'), ...text('F1'))).toEqual([...code(3), ...hushed, ...hushed]);
    expect(marked(...code(3), ...text('F2'), ...code(1), ...text('F1'))).toEqual([
      ...code(3),
      ...artifact(text('F2')),
      ...code(1),
      ...artifact(text('F1')),
    ]);
    const long = text('F1', '0001'.repeat(9));
    expect(marked(...code(3), ...long)).toEqual([...code(3), ...artifact(long)]);
  });

  test('a page with a formula has a line that nobody sees across its width', () => {
    const page = ['/Formula <</MCID 4 >>BDC', 'BT', '/F7 12 Tf', '<00050006> Tj', 'ET', 'EMC'];
    const added = marked(...page).slice(page.length);
    expect(added.slice(0, 2)).toEqual(['/Artifact BMC', '/Span <</ActualText <FEFF200B> >>BDC']);
    expect(added).toEqual(expect.arrayContaining(['3 Tr', '/F7 1 Tf', '<0005> Tj']));
    expect(added.slice(-2)).toEqual(['EMC', 'EMC']);
  });

  test('running footers say that they are', () => {
    const footer = marked('/NonStruct <</MCID 2 >>BDC', 'BT', '<00> Tj', 'ET', 'EMC');
    expect(footer[0]).toBe('/Artifact <</Type /Pagination /Subtype /Footer >>BDC');
  });

  test('what is marked stays as it is, and so do clips and forms that speak for themselves', () => {
    const lines = ['/P <</MCID 0 >>BDC', 'BT', '<00> Tj', 'ET', 'EMC', '0 0 1 1 re', 'W* n', '/F Do'];
    expect(marked(...lines)).toEqual(lines);
  });
});

test('text is ASCII with escapes, or UTF-16', () => {
  expect(pdfText('a (b) \\')).toBe('(a \\(b\\) \\\\)');
  expect(pdfText('→')).toBe('<FEFF2192>');
});

test('text has no control characters, which begin something else in PDF and end XML', () => {
  expect(pdfText('ti\u001B]0;OWNED\u0007tle\u0085')).toBe('(ti]0;OWNEDtle)');
  expect(pdfText('a\nb\uFFFFc')).toBe('<FEFF0061000A00620063>');
  expect(pdfText('\uD83D')).toBe('<FEFFFFFD>');
  const pdf = new PdfFile(smallPdf());
  const texts = {
    title: 'a\u0000<b>\u001F',
    authors: ['\uDC00\uFFFE'],
    institutions: ['\u0002A & B'],
    event: '\u0000<c>',
    subject: '\u0008',
    keywords: ['\u000C', 'x & y'],
  };
  const packet = Buffer.from(
    pdf.read(addXmp(pdf, { ...texts, lang: 'en', epoch: undefined, accessible: true })),
    'latin1',
  ).toString('utf8');
  expect(packet).toContain('>a&lt;b&gt;<');
  expect(packet).toContain('x &amp; y');
  expect(packet).toContain('<prism:organization><rdf:Bag><rdf:li>A &amp; B</rdf:li></rdf:Bag></prism:organization>');
  expect(packet).toContain('<prism:event><rdf:Bag><rdf:li>&lt;c&gt;</rdf:li></rdf:Bag></prism:event>');
  expect(packet).not.toMatch(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/u);
});

test('dates are in UTC', () => {
  expect(pdfDate(1_700_000_000)).toBe("D:20231114221320+00'00'");
});
