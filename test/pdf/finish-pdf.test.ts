import { describe, expect, test } from 'vitest';
import { PdfUpdate } from '../../src/pdf/pdf-update.ts';
import { pdfDate, pdfText } from '../../src/pdf/pdf-text.ts';
import { writeBookmarks } from '../../src/pdf/bookmarks.ts';

/** The smallest file of the kind Chromium writes. */
function smallPdf(): Uint8Array {
  const objects = [
    '<</Title (T)>>',
    '<</Type /Catalog\n/Pages 3 0 R>>',
    '<</Type /Pages\n/Count 2\n/Kids [4 0 R 5 0 R]>>',
    '<</Type /Page>>',
    '<</Type /Page>>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((source, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${source}\nendobj\n`;
    return offset;
  });
  const table = body.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  body += `xref\n0 6\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size 6\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(body, 'latin1');
}

describe('an incremental update', () => {
  test('keeps every byte before it and can itself be updated', () => {
    const before = smallPdf();
    const update = new PdfUpdate(before);
    expect(update.pages()).toEqual([4, 5]);
    update.write(update.info, '<</Title (New)>>');
    const added = update.add('<</Added true>>');
    const after = update.finish();
    expect(Buffer.from(after).subarray(0, before.length).equals(Buffer.from(before))).toBe(true);
    expect(Buffer.from(after).toString('latin1')).toMatch(
      new RegExp(`${added} 0 obj\\n<</Added true>>\\nendobj[\\s\\S]*/Prev \\d+`),
    );
  });

  test('writes bookmarks that know their neighbours', () => {
    const update = new PdfUpdate(smallPdf());
    const root = writeBookmarks(update, [{ title: 'A', page: 0, children: [{ title: 'Ä', page: 1, children: [] }] }]);
    expect(update.read(root)).toBe(`<</Type /Outlines\n/First ${root + 1} 0 R\n/Last ${root + 1} 0 R\n/Count 2>>`);
    expect(update.read(root + 1)).toContain(`/Dest [4 0 R /Fit]`);
    expect(update.read(root + 2)).toContain('/Title <FEFF00C4>');
  });
});

test('text is ASCII with escapes, or UTF-16', () => {
  expect(pdfText('a (b) \\')).toBe('(a \\(b\\) \\\\)');
  expect(pdfText('→')).toBe('<FEFF2192>');
});

test('dates are in UTC', () => {
  expect(pdfDate(1_700_000_000)).toBe("D:20231114221320+00'00'");
});
