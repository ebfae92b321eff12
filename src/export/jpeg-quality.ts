/** Luminance of the JPEG standard's example (ITU-T T.81, K.1), which qualities are shares of, in zigzag order. */
const STANDARD = [
  16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51, 61,
  60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77, 113, 121,
  112, 100, 120, 92, 101, 103, 99,
];
const QUANTIZATION = 0xdb;
const SCAN = 0xda;

/**
 * Estimates the quality, from 1 to 100, that a JPEG was saved with, from its first quantization table. Returns `undefined`
 * where the file has none before its image data.
 */
export function jpegQuality(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 4 <= view.byteLength && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (marker === SCAN) return undefined;
    if (marker === QUANTIZATION) return ofTable(view, at + 4);
  }
  return undefined;
}

/** @param at - where the table begins, with a byte for its precision and its number. */
function ofTable(view: DataView, at: number): number | undefined {
  const wide = view.byteLength > at && view.getUint8(at) >= 16;
  if (at + 1 + STANDARD.length * (wide ? 2 : 1) > view.byteLength) return undefined;
  const steps = STANDARD.map((_, index) => (wide ? view.getUint16(at + 1 + 2 * index) : view.getUint8(at + 1 + index)));
  const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
  const percent = (100 * sum(steps)) / sum(STANDARD);
  const quality = percent <= 100 ? (200 - percent) / 2 : 5000 / percent;
  return Math.min(100, Math.max(1, Math.round(quality)));
}
