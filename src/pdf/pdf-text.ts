/**
 * Leaves out of a text what neither XML 1.0 nor a text string can hold: control characters, among them the escape that
 * begins a language's tag in a PDF, characters that are none, and halves of surrogate pairs.
 */
export function withoutControls(text: string): string {
  return text.toWellFormed().replaceAll(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '');
}

/**
 * Formats a text string object (ISO 32000-1, 7.9.2.2): printable ASCII as it is, all else as UTF-16 with a byte order
 * mark.
 */
export function pdfText(written: string): string {
  const text = withoutControls(written);
  if (/^[\x20-\x7E]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  return `<${bytes.toString('hex').toUpperCase()}>`;
}

/** Formats a date string (ISO 32000-1, 7.9.4) in UTC, as Chromium writes it. */
export function pdfDate(epoch: number): string {
  const digits = new Date(epoch * 1000).toISOString().replace(/\D/g, '').slice(0, 14);
  return `D:${digits}+00'00'`;
}

/** Reads a text string object. Strings without a byte order mark are ASCII here. */
export function readPdfText(source: string): string {
  const bytes = source.startsWith('<')
    ? Buffer.from(source.slice(1, -1).replaceAll(/\s/g, ''), 'hex')
    : Buffer.from(unescapeString(source.slice(1, -1)), 'latin1');
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1');
  return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
    .swap16()
    .toString('utf16le');
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescapeString(text: string): string {
  return text.replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
  );
}
