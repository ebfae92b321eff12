import type { Run } from '../../../client/shapes/measured.ts';
import type { ShapesPart } from '../slide-part.ts';
import { runProperties } from '../run-properties.ts';
import { xml, type Element } from '../xml.ts';

/** Writes what stands between words and is not text: formulas, and the room of icons, which are shapes. */
export function inlineInset(part: ShapesPart, run: Run): Element[] {
  const { inset, text, size } = run;
  if (inset?.kind === 'formula')
    return [xml('a:r', {}, runProperties(part, { ...run, inset: undefined }), xml('a:t', {}, text))];
  // An en space is half as wide as letters are high.
  const blanks = '\u2002'.repeat(Math.max(1, Math.round((inset?.box.width ?? 0) / (size / 2))));
  return [xml('a:r', {}, runProperties(part, { ...run, inset: undefined, href: undefined }), xml('a:t', {}, blanks))];
}
