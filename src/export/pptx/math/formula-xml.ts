import type { Element as HastElement } from 'hast';
import { solidFill } from '../colour-scheme.ts';
import type { ShapesPart } from '../slide-part.ts';
import { xml, type Element } from '../xml.ts';
import { readMathml, type MathNode } from './mathml.ts';
import { convert } from './omml.ts';

const MATH = 'http://schemas.openxmlformats.org/officeDocument/2006/math';
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const DRAWING_2010 = 'http://schemas.microsoft.com/office/drawing/2010/main';
/** LibreOffice takes it for granted that it knows formulas, and loses the text around them: it knows nothing of this one. */
const POWERPOINT_2015 = 'http://schemas.microsoft.com/office/powerpoint/2015/09/main';

/** Returns what a formula of the tree consists of. @param node - the number of its element. */
export function formulaOf(part: ShapesPart, node: number | undefined): MathNode[] | undefined {
  const element = node === undefined ? undefined : part.measured.elements.get(node);
  const id = element && insetOf(element);
  const markup = id === undefined ? undefined : part.job.deck.rawMarkup.get(id)?.markup;
  return markup === undefined ? undefined : readMathml(markup);
}

function insetOf({ properties, children }: HastElement): string | undefined {
  if (typeof properties['dataInset'] === 'string') return properties['dataInset'];
  for (const child of children) {
    const found = child.type === 'element' ? insetOf(child) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** @param size - px. */
export interface FormulaLook {
  size: number;
  /** `#rrggbb`. */
  colour: string;
}

/** Writes a formula as Office Math. @param align - of a formula in a paragraph of its own; without it, it is in a line. */
export function formulaXml(
  part: ShapesPart,
  formula: readonly MathNode[],
  { size, colour, align }: FormulaLook & { align?: 'left' | 'center' },
): Element {
  const sz = Math.max(100, Math.round(part.scale.points(size) / 10) * 10);
  const run = (own: string | undefined): Element =>
    xml('a:rPr', { sz }, solidFill(part.palette, hexOf(own) ?? colour), xml('a:latin', { typeface: 'Cambria Math' }));
  const math = xml('m:oMath', { 'xmlns:m': MATH }, convert(formula, { run }));
  if (align === undefined) return xml('a14:m', { 'xmlns:a14': DRAWING_2010 }, math);
  return xml(
    'a14:m',
    { 'xmlns:a14': DRAWING_2010 },
    xml('m:oMathPara', { 'xmlns:m': MATH }, xml('m:oMathParaPr', {}, xml('m:jc', { 'm:val': align })), math),
  );
}

/** Formulas name colours as CSS does; other notations keep the colour of the text. */
function hexOf(colour: string | undefined): string | undefined {
  return colour !== undefined && /^#[0-9a-f]{6}$/i.test(colour) ? colour.toLowerCase() : undefined;
}

/** Offers formulas to PowerPoint, and something else to programs that do not know them. */
export function alternatives(choice: readonly Element[], fallback: readonly Element[]): Element {
  return xml(
    'mc:AlternateContent',
    { 'xmlns:mc': COMPATIBILITY },
    xml('mc:Choice', { 'xmlns:a14': DRAWING_2010, 'xmlns:p159': POWERPOINT_2015, Requires: 'a14 p159' }, choice),
    xml('mc:Fallback', {}, fallback),
  );
}

const SHAPES = new Set(['p:sp', 'p:graphicFrame']);

/**
 * Offers shapes with formulas in their texts as a whole, once with them and once without: programs look for alternatives
 * among shapes alone.
 */
export function hoistAlternatives(shape: Element): Element {
  if (shape.name === 'p:grpSp') {
    const children = shape.children.map((child) => (child.type === 'element' ? hoistAlternatives(child) : child));
    return { ...shape, children };
  }
  if (!SHAPES.has(shape.name) || !hasAlternatives(shape)) return shape;
  return alternatives([resolved(shape, 'mc:Choice')], [resolved(shape, 'mc:Fallback')]);
}

function hasAlternatives({ name, children }: Element): boolean {
  return name === 'mc:AlternateContent' || children.some((child) => child.type === 'element' && hasAlternatives(child));
}

function resolved(element: Element, branch: string): Element {
  const children = element.children.flatMap((child) => {
    if (child.type !== 'element') return [child];
    if (child.name !== 'mc:AlternateContent') return [resolved(child, branch)];
    const taken = child.children.find((one) => one.type === 'element' && one.name === branch);
    return taken?.type === 'element' ? taken.children : [];
  });
  return { ...element, children };
}
