/**
 * Leaves out of a text what neither XML 1.0 nor a text string can hold: control characters, among them the escape that
 * begins a language's tag in a PDF, characters that are none, and halves of surrogate pairs.
 */
export function withoutControls(text: string): string {
  return text.toWellFormed().replaceAll(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '');
}

/** A text string object (ISO 32000-1, 7.9.2.2): printable ASCII as it is, everything else as UTF-16 with a byte order mark. */
export function pdfText(written: string): string {
  const text = withoutControls(written);
  if (/^[\x20-\x7E]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  return `<${bytes.toString('hex').toUpperCase()}>`;
}

/** A date string (ISO 32000-1, 7.9.4) in UTC, as Chromium spells it. */
export function pdfDate(epoch: number): string {
  const digits = new Date(epoch * 1000).toISOString().replace(/\D/g, '').slice(0, 14);
  return `D:${digits}+00'00'`;
}
