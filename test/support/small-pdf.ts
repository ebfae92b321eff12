/** The smallest file of the kind Chromium writes. */
export function smallPdf(more: string[] = []): Uint8Array {
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
