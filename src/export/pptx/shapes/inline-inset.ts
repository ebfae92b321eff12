import type { Run } from '../../../client/shapes/measured.ts';
import { alternatives, formulaOf, formulaXml } from '../math/formula-xml.ts';
import { mathText } from '../math/math-text.ts';
import { runProperties } from '../run-properties.ts';
import type { ShapesPart } from '../slide-part.ts';
import { xml, type Element } from '../xml.ts';

/** Writes what is between words and is not text: formulas, and the room of icons, which are shapes. */
export function inlineInset(part: ShapesPart, run: Run, inherited: Run | undefined): Element[] {
  const { inset, text, size, colour } = run;
  const plain: Run = { ...run, inset: undefined };
  const textRun = (own: Partial<Run>): Element =>
    xml('a:r', {}, runProperties(part, { ...plain, ...own }, inherited), xml('a:t', {}, own.text ?? text));
  if (inset?.kind === 'formula') {
    const formula = formulaOf(part, inset.node);
    if (!formula) return [textRun({})];
    const words = mathText(formula).map(textRun);
    // PowerPoint has no formulas in notes.
    if (!part.slide) return words;
    return [alternatives([formulaXml(part, formula, { size, colour: colour.slice(0, 7) })], words)];
  }
  // An en space is half as wide as letters are high.
  return [
    textRun({ text: '\u2002'.repeat(Math.max(1, Math.round((inset?.box.width ?? 0) / (size / 2)))), href: undefined }),
  ];
}
