import { inflateSync } from 'node:zlib';

/**
 * Reads the characters that a WOFF has glyphs for, by its `cmap` table.
 *
 * Sources: https://www.w3.org/TR/WOFF/ and
 * https://learn.microsoft.com/typography/opentype/spec/cmap, formats 4 and 12.
 */
export function fontCharacters(woff: Uint8Array): Set<number> {
  const cmap = tableOf(woff, 'cmap');
  const found = new Set<number>();
  if (!cmap) return found;
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4));
    const format = table.readUInt16BE(0);
    if (format === 4) readSegments(table, found);
    else if (format === 12) readGroups(table, found);
  }
  return found;
}

/** Returns a table of a WOFF, decompressed. */
export function tableOf(woff: Uint8Array, tag: string): Buffer | undefined {
  const bytes = Buffer.from(woff.buffer, woff.byteOffset, woff.byteLength);
  const entries = Array.from({ length: bytes.readUInt16BE(12) }, (_, index) => 44 + index * 20);
  const entry = entries.find((at) => bytes.toString('latin1', at, at + 4) === tag);
  if (entry === undefined) return undefined;
  const [offset, packed, length] = [4, 8, 12].map((at) => bytes.readUInt32BE(entry + at)) as [number, number, number];
  const table = bytes.subarray(offset, offset + packed);
  return packed < length ? inflateSync(table) : table;
}

/** Reads format 4: segments of the basic plane. */
function readSegments(table: Buffer, found: Set<number>): void {
  const doubled = table.readUInt16BE(6);
  for (let at = 0; at < doubled; at += 2) {
    const last = table.readUInt16BE(14 + at);
    const first = table.readUInt16BE(16 + doubled + at);
    const delta = table.readUInt16BE(16 + 2 * doubled + at);
    const rangeAt = 16 + 3 * doubled + at;
    const range = table.readUInt16BE(rangeAt);
    for (let point = first; point <= last && point < 0xffff; point += 1) {
      const listed = range === 0 ? point : table.readUInt16BE(rangeAt + range + 2 * (point - first));
      const glyph = listed === 0 && range !== 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) found.add(point);
    }
  }
}

/** Reads format 12: groups of all planes. */
function readGroups(table: Buffer, found: Set<number>): void {
  for (let index = 0; index < table.readUInt32BE(12); index += 1) {
    const [first, last] = [table.readUInt32BE(16 + index * 12), table.readUInt32BE(20 + index * 12)];
    for (let point = first; point <= last; point += 1) found.add(point);
  }
}
