import { describe, expect, test } from 'vitest';
import { PDFDocument } from '@cantoo/pdf-lib';
import { withArtifacts } from '../../src/pdf/artifacts.ts';
import { writeBookmarks } from '../../src/pdf/bookmarks.ts';
import { addXmp } from '../../src/pdf/metadata.ts';
import { PdfFile } from '../../src/pdf/pdf-file.ts';
import { pdfDate, pdfText } from '../../src/pdf/pdf-text.ts';

/** The smallest file of the kind Chromium writes. */
function smallPdf(more: string[] = []): Uint8Array {
  const objects = [
    '<</Title (T)>>',
    '<</Type /Catalog\n/Pages 3 0 R>>',
    '<</Type /Pages\n/Count 2\n/Kids [4 0 R 5 0 R]>>',
    '<</Type /Page\n/MediaBox [0 0 10 10]\n/Parent 3 0 R>>',
    '<</Type /Page\n/MediaBox [0 0 10 10]\n/Parent 3 0 R>>',
    ...more,
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((source, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${source}\nendobj\n`;
    return offset;
  });
  const table = body.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = objects.length + 1;
  body += `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size ${size}\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(body, 'latin1');
}

describe('a PDF written anew', () => {
  test('has what was there and what was added, packed, for other programs to read', async () => {
    const pdf = new PdfFile(smallPdf(['<</Length 14>> stream\nendobj\nendobj \nendstream']));
    expect(pdf.pages()).toEqual([4, 5]);
    expect(pdf.streamBytes(6).toString()).toBe('endobj\nendobj ');
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
      roleOf: (mcid) => (['content', 'footer'] as const)[mcid - 1],
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
    subject: '\u0008',
    keywords: ['\u000C', 'x & y'],
  };
  const packet = Buffer.from(
    pdf.read(addXmp(pdf, { ...texts, lang: 'en', epoch: undefined, accessible: true })),
    'latin1',
  ).toString('utf8');
  expect(packet).toContain('>a&lt;b&gt;<');
  expect(packet).toContain('x &amp; y');
  expect(packet).not.toMatch(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/u);
});

test('dates are in UTC', () => {
  expect(pdfDate(1_700_000_000)).toBe("D:20231114221320+00'00'");
});
