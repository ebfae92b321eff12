import { deflateSync } from 'node:zlib';

/** The location of an object: an offset in the file, or an index in an object stream. */
export type XrefEntry = { offset: number } | { stream: number; index: number };

/** Packs objects that are not streams into one stream (ISO 32000-1, 7.5.7). */
export function objectStream(objects: readonly (readonly [id: number, source: string])[]): Buffer {
  let at = 0;
  const heads = objects.map(([id, source]) => {
    const head = `${id} ${at}`;
    at += source.length + 1;
    return head;
  });
  const index = `${heads.join(' ')}\n`;
  const sources = objects.map(([, source]) => source);
  return stream(
    Buffer.from(`${index}${sources.join('\n')}\n`, 'latin1'),
    `/Type /ObjStm\n/N ${objects.length}\n/First ${index.length}`,
  );
}

/** Bytes of a row's three fields: kind, offset or stream, index. */
const FIELDS = [1, 4, 2] as const;
const ROW = FIELDS[0] + FIELDS[1] + FIELDS[2];

/** Tells where each object is (ISO 32000-1, 7.5.8). */
export function crossReferenceStream(
  xref: ReadonlyMap<number, XrefEntry>,
  { size, entries }: { size: number; entries: string },
): Buffer {
  const rows = Buffer.alloc(size * ROW);
  rows.writeUInt16BE(0xffff, ROW - FIELDS[2]);
  for (const [id, entry] of xref) {
    const packed = 'stream' in entry;
    rows[id * ROW] = packed ? 2 : 1;
    rows.writeUInt32BE(packed ? entry.stream : entry.offset, id * ROW + FIELDS[0]);
    if (packed) rows.writeUInt16BE(entry.index, id * ROW + FIELDS[0] + FIELDS[1]);
  }
  const decode = `/DecodeParms <</Predictor 12\n/Columns ${ROW}>>`;
  return stream(differences(rows), `/Type /XRef\n/Size ${size}\n/W [${FIELDS.join(' ')}]\n${decode}\n${entries}`);
}

/** Each row as what it adds to the one above it (PNG's filter “up”, RFC 2083, 6.4): neighbours are alike. */
function differences(rows: Buffer): Buffer {
  const coded = Buffer.alloc(rows.length + rows.length / ROW);
  for (let at = 0, to = 0; at < rows.length; at += 1) {
    if (at % ROW === 0) {
      coded[to] = 2;
      to += 1;
    }
    // The buffer keeps eight bits of a difference.
    coded[to] = (rows[at] ?? 0) - (rows[at - ROW] ?? 0);
    to += 1;
  }
  return coded;
}

/** Half the time of zlib's usual level, for a twentieth more. */
const LEVEL = 3;

/** A compressed stream object (ISO 32000-1, 7.3.8). */
function stream(bytes: Uint8Array, entries: string): Buffer {
  const packed = deflateSync(bytes, { level: LEVEL });
  return Buffer.concat([
    Buffer.from(`<<${entries}\n/Filter /FlateDecode\n/Length ${packed.length}>> stream\n`, 'latin1'),
    packed,
    Buffer.from('\nendstream'),
  ]);
}
