import { xml, type Element } from '../xml.ts';
import { arrayOf } from './arrays.ts';
import { contentOf, functionName, isBigOperator, isEmpty, isFence, isPlainGroup, type MathNode } from './mathml.ts';
import { delimiters } from './delimiters.ts';
import { enclosed } from './enclosed.ts';
import { joinRuns, runOf, type Convert, type MathLook } from './runs.ts';
import { underOver } from './under-over.ts';

/**
 * Turns a formula into Office Math (ECMA-376, part 1, chapter 22): the content of `m:oMath`.
 *
 * @param nodes - MathML as KaTeX writes it.
 */
export const convert: Convert = (nodes, look) => {
  const content = contentOf(nodes);
  const [first, last] = [content[0], content.at(-1)];
  if (content.length > 1 && (isFence(first) || isFence(last))) return [delimiters(content, look, convert)];
  const made: Element[] = [];
  for (let index = 0; index < content.length;) {
    const { elements, taken } = next(content, index, { look, made });
    made.push(...elements);
    index += taken;
  }
  return joinRuns(made);
};

interface Next {
  elements: Element[];
  /** How many of the siblings it is made of. */
  taken: number;
}

/** Converts the next of some siblings, with those behind it that belong to it. */
function next(all: readonly MathNode[], index: number, { look, made }: { look: MathLook; made: Element[] }): Next {
  const node = all[index];
  if (!node) return { elements: [], taken: 1 };
  const behind = all.slice(index + 1);
  const operator = bigOperator(node);
  if (operator) {
    const operand = rangeOf(behind, operator.symbol);
    const e = convert(behind.slice(0, operand), look);
    return { elements: [nary(operator, e, look)], taken: 1 + operand };
  }
  const named = namedFunction(node, behind);
  if (named) {
    const { name, skipped } = named;
    const count = operandLength(behind.slice(skipped));
    const operand = behind.slice(skipped, skipped + count);
    if (operand.length === 0) return { elements: convertNode(name, look), taken: 1 + skipped };
    const element = xml(
      'm:func',
      {},
      xml('m:fName', {}, convertNode(name, look)),
      xml('m:e', {}, convert(operand, look)),
    );
    return { elements: [element], taken: 1 + skipped + count };
  }
  const [base, ...scripts] = node.children;
  if (/^msu[bp]/.test(node.name) && base && isEmpty(base)) return withoutBase(node, scripts, { behind, look });
  // Chemistry hangs its figures on letters that are not shown, behind those that are.
  if (/^msu[bp]/.test(node.name) && base && isPhantom(base)) {
    const before = made.pop();
    return { elements: [scripted(node, before ? [before] : [], look)], taken: 1 };
  }
  return { elements: convertNode(node, look), taken: 1 };
}

function convertNode(node: MathNode, look: MathLook): Element[] {
  if (isPlainGroup(node)) return convert(node.children, look);
  const [first, second] = node.children;
  const inner = (part: MathNode | undefined): Element[] => (part ? convert([part], look) : []);
  switch (node.name) {
    case 'mstyle':
    case 'mpadded':
    case 'mrow':
      return convert(node.children, { ...look, colour: node.attributes.get('mathcolor') ?? look.colour });
    case 'mfrac':
      return [xml('m:f', {}, fractionKind(node), xml('m:num', {}, inner(first)), xml('m:den', {}, inner(second)))];
    case 'msqrt':
      return [
        xml(
          'm:rad',
          {},
          xml('m:radPr', {}, xml('m:degHide', { 'm:val': 1 })),
          xml('m:deg'),
          xml('m:e', {}, convert(node.children, look)),
        ),
      ];
    case 'mroot':
      return [xml('m:rad', {}, xml('m:deg', {}, inner(second)), xml('m:e', {}, inner(first)))];
    case 'msub':
    case 'msup':
    case 'msubsup':
      return [scripted(node, inner(first), look)];
    case 'munder':
    case 'mover':
    case 'munderover':
      return underOver(node, look, convert);
    case 'mtable':
      return arrayOf(node, look, convert);
    case 'menclose':
      return [enclosed(node, convert(node.children, look))];
    case 'mphantom':
      return [
        xml(
          'm:phant',
          {},
          xml('m:phantPr', {}, xml('m:show', { 'm:val': 0 })),
          xml('m:e', {}, convert(node.children, look)),
        ),
      ];
    default:
      return runOf(node, look);
  }
}

function fractionKind({ attributes }: MathNode): Element | undefined {
  if (Number.parseFloat(attributes.get('linethickness') ?? '1') === 0)
    return xml('m:fPr', {}, xml('m:type', { 'm:val': 'noBar' }));
  return attributes.get('bevelled') === 'true' ? xml('m:fPr', {}, xml('m:type', { 'm:val': 'skw' })) : undefined;
}

/** Sets letters below and above a base. */
function scripted({ name, children }: MathNode, base: Element[], look: MathLook): Element {
  const [, ...scripts] = children.map((child) => convert([child], look));
  const parts = name === 'msub' ? ['m:sub'] : name === 'msup' ? ['m:sup'] : ['m:sub', 'm:sup'];
  const kind = { msub: 'm:sSub', msup: 'm:sSup' }[name] ?? 'm:sSubSup';
  return xml(
    kind,
    {},
    xml('m:e', {}, base),
    parts.map((part, index) => xml(part, {}, scripts[index])),
  );
}

/** Sets scripts before what follows them. */
function withoutBase(
  node: MathNode,
  scripts: MathNode[],
  { behind, look }: { behind: MathNode[]; look: MathLook },
): Next {
  const of = (script: MathNode | undefined): Element[] => (script ? convert([script], look) : []);
  const [sub, sup] = node.name === 'msup' ? [undefined, scripts[0]] : [scripts[0], scripts[1]];
  const e = convert(behind.slice(0, 1), look);
  const element = xml('m:sPre', {}, xml('m:sub', {}, of(sub)), xml('m:sup', {}, of(sup)), xml('m:e', {}, e));
  return { elements: [element], taken: 2 };
}

function isPhantom(node: MathNode): boolean {
  return node.name === 'mphantom' || (node.children.length === 1 && node.children.every(isPhantom));
}

interface BigOperator {
  symbol: string;
  sub: MathNode | undefined;
  sup: MathNode | undefined;
  /** Its limits are below and above it. */
  below: boolean;
}

function bigOperator(node: MathNode): BigOperator | undefined {
  if (isBigOperator(node)) return { symbol: node.text, sub: undefined, sup: undefined, below: true };
  const [first, one, other] = node.children;
  const [base] = first ? contentOf([first]) : [];
  if (!base || !isBigOperator(base) || !/^m(?:under|over|sub|sup)/.test(node.name)) return undefined;
  const below = /^m(?:under|over)/.test(node.name);
  const onlyAbove = node.name === 'mover' || node.name === 'msup';
  return { symbol: base.text, below, ...(onlyAbove ? { sub: undefined, sup: one } : { sub: one, sup: other }) };
}

function nary({ symbol, sub, sup, below }: BigOperator, e: Element[], look: MathLook): Element {
  return xml(
    'm:nary',
    {},
    xml(
      'm:naryPr',
      {},
      xml('m:chr', { 'm:val': symbol }),
      xml('m:limLoc', { 'm:val': below ? 'undOvr' : 'subSup' }),
      sub ? undefined : xml('m:subHide', { 'm:val': 1 }),
      sup ? undefined : xml('m:supHide', { 'm:val': 1 }),
    ),
    xml('m:sub', {}, sub ? convert([sub], look) : []),
    xml('m:sup', {}, sup ? convert([sup], look) : []),
    xml('m:e', {}, e),
  );
}

const RELATION = /^[=<>≤≥≠≈≡∼≃≅∝→⇒⇔↔∈∉⊂⊆:,;.⟹⟺]$/u;
const SUM = /^[+−±-]$/u;

/** Counts the siblings that a sum or an integral is taken over: up to a relation, and of sums, to the next term. */
function rangeOf(behind: readonly MathNode[], symbol: string): number {
  const isIntegral = /[∫-∰⨌]/u.test(symbol);
  const end = behind.findIndex(
    ({ name, text }, index) => name === 'mo' && (RELATION.test(text) || (!isIntegral && index > 0 && SUM.test(text))),
  );
  return end === -1 ? behind.length : end;
}

/** Finds the name of a function, and how many signs are between it and its operand. */
function namedFunction(node: MathNode, behind: readonly MathNode[]): { name: MathNode; skipped: number } | undefined {
  const [base] = node.children;
  if (functionName(node)) return { name: node, skipped: 0 };
  if (/^m(?:under|over|sub|sup)/.test(node.name) && functionName(base)) return { name: node, skipped: 0 };
  return node.name === 'mi' && behind[0]?.text === '\u2061' ? { name: node, skipped: 1 } : undefined;
}

const OPEN = /^[([{⟨⌈⌊]$/u;
const CLOSE = /^[)\]}⟩⌉⌋]$/u;

/** Counts the siblings that a function is applied to: one, or those in parentheses. */
function operandLength(behind: readonly MathNode[]): number {
  const [first] = behind;
  if (!first || (first.name === 'mo' && !OPEN.test(first.text))) return 0;
  if (behind[1]?.text === '\u2061') return 2 + operandLength(behind.slice(2));
  if (first.name !== 'mo') return 1;
  let depth = 0;
  for (const [index, { name, text }] of behind.entries()) {
    if (name === 'mo' && OPEN.test(text)) depth += 1;
    if (name === 'mo' && CLOSE.test(text)) depth -= 1;
    if (depth === 0) return index + 1;
  }
  return 0;
}
