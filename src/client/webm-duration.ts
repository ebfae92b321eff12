/** Ids of EBML elements (RFC 9559). */
const INFO = [0x15, 0x49, 0xa9, 0x66];
const DURATION = [0x44, 0x89];
/** The beginning of a file, which holds what is looked for. */
const HEAD = 4096;

/**
 * Returns a recording that says how long it is: browsers write files of which nobody knew that while they were written, and players
 * cannot go to a place in those.
 *
 * @param ms - its duration.
 */
export async function withDuration(recording: Blob, ms: number): Promise<Blob> {
  const head = new Uint8Array(await recording.slice(0, HEAD).arrayBuffer());
  const info = find(head, INFO, 0, head.length);
  if (info === -1) return recording;
  const size = readSize(head, info + INFO.length);
  const from = info + INFO.length + size.length;
  // Times stand in units of a millisecond, as browsers and all others write them.
  if (
    size.value === undefined ||
    from + size.value > head.length ||
    find(head, DURATION, from, from + size.value) !== -1
  )
    return recording;
  const duration = new DataView(new ArrayBuffer(11));
  DURATION.forEach((byte, index) => duration.setUint8(index, byte));
  duration.setUint8(2, 0x88);
  duration.setFloat64(3, ms);
  const grown = new DataView(new ArrayBuffer(8));
  grown.setBigUint64(0, BigInt(size.value + duration.byteLength));
  grown.setUint8(0, 0x01);
  const end = from + size.value;
  const parts = [head.slice(0, info + INFO.length), grown.buffer, head.slice(from, end), duration.buffer];
  return new Blob([...parts, recording.slice(end)], { type: recording.type });
}

function find(bytes: Uint8Array, id: readonly number[], from: number, to: number): number {
  for (let at = from; at + id.length <= to; at += 1)
    if (id.every((byte, index) => bytes[at + index] === byte)) return at;
  return -1;
}

/** Reads how long an element is; `undefined` where that was not known. */
function readSize(bytes: Uint8Array, at: number): { length: number; value: number | undefined } {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  let value = first & (0xff >> length);
  let unknown = value === 0xff >> length;
  for (const byte of bytes.subarray(at + 1, at + length)) {
    value = value * 256 + byte;
    unknown &&= byte === 0xff;
  }
  return { length, value: unknown ? undefined : value };
}
