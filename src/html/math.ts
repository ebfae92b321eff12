import type { Element, Parents, Root } from 'hast';
import type { Plugin } from 'unified';
import type { Draw, DrawingJob, DrawingProblem } from '../model/drawing.ts';
import type { Fence } from '../model/fence.ts';
import { addRawMarkup, textOfMarkup, type RawMarkups } from '../model/raw-markup.ts';
import { markImpure } from '../model/hast-data.ts';
import { warn } from '../model/messages.ts';
import { eachElement } from '../model/walk.ts';
import { errorBox } from './error-box.ts';
import { element, replaceWith, text } from './elements.ts';
import type { FenceRegistry } from './fence-registry.ts';
import { mathFonts } from './math-fonts.ts';

export interface MathOptions {
  parts: FenceRegistry;
  draw: Draw;
  rawMarkup: RawMarkups;
}

/** Gives equations their numbers in order. */
type NextNumber = () => string;

/**
 * Sets formulas, as HTML for the eye and MathML for screen readers. A mistake is a message at its place in the formula,
 * and the formula's source is shown.
 */
export const math: Plugin<[MathOptions], Root> = ({ parts, draw, rawMarkup }) => {
  // Numbers of equations go on through the deck.
  let count = 0;
  const nextNumber: NextNumber = () => {
    count += 1;
    return String(count);
  };
  return async (tree, file) => {
    const formulas: [Element, Fence, Parents][] = [];
    eachElement(tree, (found, parent) => {
      const only = onlyFormula(found, parts);
      if (only) replaceWith(found, only);
      const fence = parts.get(String(found.properties['dataPart']));
      if (fence?.kind === 'math' || fence?.kind === 'inline-math') formulas.push([found, fence, parent]);
    });
    if (formulas.length > 0) markImpure(tree);
    // The window that shows notes has none of KaTeX's styles; browsers show MathML by themselves.
    const mathml = tree.data?.slide?.part === 'notes';
    const drawn = await Promise.all(formulas.map(([, fence]) => draw(formulaJob(fence, mathml))));
    formulas.forEach(([target, fence, parent], index) => {
      const result = drawn[index] ?? { problem: 'it was not set' };
      const display = fence.kind === 'math';
      if ('problem' in result) {
        const position = problemPosition(result, fence);
        warn(file, `Invalid formula: ${result.problem}`, { place: position, ruleId: 'math' });
        replaceWith(target, display ? errorBox(result.problem, fence.value) : errorFormula(result.problem, fence));
        return;
      }
      const markup = numbered(result.markup, fence.formula?.numbers?.values(), nextNumber);
      const fonts = mathml ? [] : mathFonts(markup);
      const isLong = !display && !isShort(forPaper(markup));
      const shown = isLong ? breakable(markup) : markup;
      const dataInset = addRawMarkup(rawMarkup, {
        markup: shown,
        printed: forPaper(shown),
        text: otherScripts(textOfMarkup(markup)),
        fonts,
      });
      const { dataPart: _, ...own } = target.properties;
      const properties = {
        ...own,
        ...(fence.attributes.id && { id: fence.attributes.id }),
        className: [display ? 'math' : 'inline-math'],
        dataTex: fence.value,
      };
      replaceWith(target, element(display ? 'div' : 'span', properties, [element('span', { dataInset })]));
      if (!display) keepTogether(target, parent);
    });
  };
};

/** Letters and signs of formulas that stay on one line: as wide as less than half of it. */
const SHORT = 24;

function isShort(markup: string): boolean {
  return textOfMarkup(markup).replace(/\s/g, '').length <= SHORT;
}

/** Marks where lines of a long formula break: nowhere else, and not before what ends it. */
function breakable(markup: string): string {
  let count = 0;
  return markup.replaceAll('<span class="katex-base">', (base) => (count++ === 0 ? base : `<wbr>${base}`));
}

/** Text after a formula without a blank to break at: marks that end sentences or their parts, or a word. */
const STUCK = /^(?:[.,;:!?…)\]}’”»。、，；：]+|\u00a0\p{L}+)/u;

/** Keeps what follows a formula on the line of its end: browsers break behind formulas. */
function keepTogether(formula: Element, parent: Parents): void {
  const index = parent.children.indexOf(formula);
  const next = parent.children[index + 1];
  const [end] = (next?.type === 'text' && STUCK.exec(next.value)) || [];
  if (index === -1 || next?.type !== 'text' || end === undefined) return;
  const whole = element('span', { className: ['unbroken'] }, [formula, text(end)]);
  parent.children.splice(index, 2, whole, { ...next, value: next.value.slice(end.length) });
}

/** Returns the formula that a paragraph holds and nothing else: as a block, it cannot be inside of one. */
function onlyFormula({ tagName, properties, children }: Element, parts: FenceRegistry): Element | undefined {
  if (tagName !== 'p' || Object.keys(properties).length > 0) return undefined;
  const [only, ...more] = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  if (only?.type !== 'element' || more.length > 0) return undefined;
  return parts.get(String(only.properties['dataPart']))?.kind === 'math' ? only : undefined;
}

/** Returns the job that renders a formula. */
export function formulaJob({ kind, value, formula }: Fence, mathml: boolean): DrawingJob {
  const options = {
    ...(kind === 'math' && { display: 'true' }),
    ...(mathml && { mathml: 'true' }),
    ...(formula?.wrap && { wrap: formula.wrap }),
    ...(formula?.macros && { macros: formula.macros }),
    ...(formula?.links && { links: JSON.stringify(formula.links) }),
  };
  return { kind: 'formula', source: value, options };
}

/** KaTeX leaves numbers to counters in CSS, which start again in each slide. */
function numbered(markup: string, known: Iterator<string> | undefined, nextNumber: NextNumber): string {
  return markup.replaceAll(EQUATION_NUMBER, () => {
    const number = known ? String(known.next().value ?? '') : nextNumber();
    return `<span class="eqn-num">(${number})</span>`;
  });
}

const EQUATION_NUMBER = '<span class="eqn-num"></span>';

/** Returns how many numbers a formula's markup has room for. */
export function equationsIn(markup: string): number {
  return markup.split(EQUATION_NUMBER).length - 1;
}

/** Keeps the drawn form for paper; its alternative text belongs to all of it. */
function forPaper(markup: string): string {
  return markup
    .replace(/<span class="katex-mathml">[\s\S]*?<\/math><\/span>/, '')
    .replace('<span class="katex-html" aria-hidden="true">', '<span class="katex-html">');
}

function errorFormula(reason: string, { value }: Fence): Element {
  return element('code', { className: ['broken'], title: reason }, [text(value)]);
}

/** Characters that KaTeX's fonts lack and the deck's have, such as words in `\text{…}`. */
function otherScripts(shown: string): string {
  return [...shown]
    .filter((character) => /[\u0370-\u1fff\u2c00-\uffff]|[\u{20000}-\u{3ffff}]/u.test(character))
    .join('');
}

/** Where in the formula it stopped being understood, counted from where the formula begins. */
function problemPosition({ offset }: DrawingProblem, { valueStart, value, position }: Fence): Fence['position'] {
  if (!valueStart || offset === undefined) return position;
  const before = value.slice(0, offset).split('\n');
  const column = (before.length > 1 ? 1 : valueStart.column) + (before.at(-1)?.length ?? 0);
  const point = { line: valueStart.line + before.length - 1, column };
  return { start: point, end: point };
}
