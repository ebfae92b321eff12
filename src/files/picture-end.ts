const [MARKER, START_OF_SCAN] = [0xff, 0xda];
const END_OF_JPEG = Buffer.from([MARKER, 0xd9]);
/** The last chunk of a PNG, behind its length. */
const END_OF_PNG = Buffer.from('IEND');
/** `RIFF` and the size of what follows. */
const RIFF_HEADER = 8;

/**
 * Tells whether the file of an image ends before the image does, as downloads that were broken off do. Data behind the
 * end is allowed: telephones put videos there.
 *
 * @param type - `png`, `jpg` or `webp`; files of other kinds are skipped.
 */
export function endsEarly(picture: Uint8Array, type: string): boolean {
  const bytes = Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength);
  if (type === 'png') return !bytes.includes(END_OF_PNG);
  if (type === 'webp') return bytes.readUInt32LE(RIFF_HEADER - 4) + RIFF_HEADER > bytes.length;
  if (type !== 'jpg') return false;
  const scan = startOfScan(bytes);
  return scan !== undefined && !bytes.includes(END_OF_JPEG, scan);
}

/** Returns where the data of a JPEG begins: before it, previews may have an end of their own (ITU-T T.81, B.1). */
function startOfScan(bytes: Buffer): number | undefined {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === MARKER;) {
    if (bytes[at + 1] === START_OF_SCAN) return at;
    // Markers may be filled up with more of the first byte.
    at += bytes[at + 1] === MARKER ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}
