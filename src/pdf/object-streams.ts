import { deflateSync } from 'node:zlib';

/** Where an object is found: at an offset of the file, or as one of those in an object stream. */
export type Place = { offset: number } | { stream: number; index: number };

const SPACE = Buffer.from('\n');

/** Packs objects that are no streams into one that is (ISO 32000-1, 7.5.7). */
export function objectStream(objects: readonly (readonly [id: number, source: Buffer])[]): Buffer {
  let at = 0;
  const heads = objects.map(([id, source]) => {
    const head = `${id} ${at}`;
    at += source.length + 1;
    return head;
  });
  const index = `${heads.join(' ')}\n`;
  const body = Buffer.concat([Buffer.from(index), ...objects.flatMap(([, source]) => [source, SPACE])]);
  return stream(body, `/Type /ObjStm\n/N ${objects.length}\n/First ${index.length}`);
}

/** Bytes of a row's three fields: kind, offset or stream, index. */
const FIELDS = [1, 4, 2] as const;
const ROW = FIELDS[0] + FIELDS[1] + FIELDS[2];

/** Tells where each object is (ISO 32000-1, 7.5.8). */
export function crossReferenceStream(
  places: ReadonlyMap<number, Place>,
  { size, entries }: { size: number; entries: string },
): Buffer {
  const rows = Buffer.alloc(size * ROW);
  rows.writeUInt16BE(0xffff, ROW - FIELDS[2]);
  for (const [id, place] of places) {
    const packed = 'stream' in place;
    rows.writeUInt8(packed ? 2 : 1, id * ROW);
    rows.writeUInt32BE(packed ? place.stream : place.offset, id * ROW + FIELDS[0]);
    rows.writeUInt16BE(packed ? place.index : 0, id * ROW + FIELDS[0] + FIELDS[1]);
  }
  const decode = `/DecodeParms <</Predictor 12\n/Columns ${ROW}>>`;
  return stream(differences(rows), `/Type /XRef\n/Size ${size}\n/W [${FIELDS.join(' ')}]\n${decode}\n${entries}`);
}

/** Each row as what it adds to the one above it (PNG's filter “up”, RFC 2083, 6.4): neighbours are alike. */
function differences(rows: Buffer): Buffer {
  const count = rows.length / ROW;
  const coded = Buffer.alloc(count * (ROW + 1));
  for (let row = 0; row < count; row += 1) {
    coded[row * (ROW + 1)] = 2;
    for (let column = 0; column < ROW; column += 1) {
      const above = row > 0 ? (rows[(row - 1) * ROW + column] ?? 0) : 0;
      coded[row * (ROW + 1) + 1 + column] = ((rows[row * ROW + column] ?? 0) - above) & 0xff;
    }
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
