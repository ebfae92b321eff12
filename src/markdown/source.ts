import type { VFile } from 'vfile';
import { fail } from '../model/messages.ts';
import { endlessPart } from './source-limits.ts';

/** Largest deck, about 15,000 slides. Parsing costs some 50 times the text in memory. */
const MAX_BYTES = 8 * 1024 * 1024;

/**
 * Returns the text of a deck, without its byte order mark. Bytes that are not text are an error; the file's value is
 * replaced by the text, so that positions count characters.
 */
export function sourceOf(file: VFile): string {
  const { value } = file;
  if (byteLength(value) > MAX_BYTES) {
    const size = Math.ceil(byteLength(value) / 1024 / 1024);
    fail(file, `The deck has ${size} MB of text, expected at most 8 MB; split it into several decks`, {
      place: undefined,
      ruleId: 'source-size',
    });
    return setText(file, '');
  }
  const text = typeof value === 'string' ? value : decode(value, file);
  const endless = endlessPart(text);
  if (endless) {
    const { line, reason, ruleId } = endless;
    fail(file, `Unexpected ${reason}`, { place: { line, column: 1 }, ruleId });
    return setText(file, '');
  }
  // The mark stays out of the text, so that the front matter is found where the file begins.
  return setText(file, text.startsWith('\uFEFF') ? text.slice(1) : text);
}

function byteLength(value: VFile['value']): number {
  if (typeof value === 'string') return value.length;
  return value?.byteLength ?? 0;
}

function setText(file: VFile, text: string): string {
  file.value = text;
  return text;
}

function decode(bytes: Uint8Array | undefined, file: VFile): string {
  if (!bytes) return '';
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const zero = text.indexOf('\0');
    if (zero === -1) return text;
    fail(file, 'This is a binary file, expected Markdown text', { place: undefined, ruleId: 'source-binary' });
  } catch {
    const { line, column } = firstBadByte(bytes);
    fail(file, 'The file is not UTF-8 text; save it in that encoding', {
      place: { start: { line, column }, end: { line, column } },
      ruleId: 'source-encoding',
    });
  }
  return '';
}

/** 1-based place of the first byte that no UTF-8 text has there. */
function firstBadByte(bytes: Uint8Array): { line: number; column: number } {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const good = decoder.decode(bytes).split('\uFFFD', 1)[0] ?? '';
  const lines = good.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
