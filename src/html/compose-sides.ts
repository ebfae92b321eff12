import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { addClass, element, hasClass, isHeading } from './elements.ts';
import { pair } from './layouts.ts';
import { isWords, lettersOf } from './statement.ts';

/** Lines of code, and letters of the longest one, that are beside words. */
const [FEWEST_LINES, MOST_LINES, CODE_LINE] = [6, 20, 48];
/** Letters of words beside code; of one sentence that is above it; of each part with a heading of its own. */
const [WORDS, SENTENCE, PART, HEADING] = [220, 110, 260, 40];
/** Lines of code that a sentence is above. */
const FEW_LINES = 9;

/** Tells whether an element is a paragraph of words, a list or a heading. */
function isProse(node: Element): boolean {
  return isWords(node) || node.tagName === 'ul' || node.tagName === 'ol' || /^h[3-6]$/.test(node.tagName);
}

/** Width by height of images that leave room for tables and code, and the rows or lines and letters of those. */
const [NARROW_SHAPE, FEW_ROWS, FEW_LETTERS] = [1.25, 10, 36];

/** Tells whether an element can be beside an image of a shape. */
export function isBeside(node: Element, shape: number): boolean {
  if (isProse(node) || isFormula(node) || (node.tagName === 'p' && !hasPicture(node))) return true;
  if (node.tagName === 'blockquote') return !hasClass(node, 'callout') && lettersOf(toString(node)) <= WORDS;
  if (shape > NARROW_SHAPE || !(isCode(node) || node.tagName === 'table')) return false;
  const rows = isCode(node) ? toString(node).trimEnd().split('\n') : rowsOf(node);
  return rows.length <= FEW_ROWS && rows.every((row) => row.length <= FEW_LETTERS);
}

/** Tells whether more than words and formulas is in a paragraph. */
function hasPicture(node: Element): boolean {
  if (hasClass(node, 'inline-math')) return false;
  if (['img', 'svg', 'video', 'audio', 'iframe'].includes(node.tagName) || 'dataInset' in node.properties) return true;
  return node.children.some((child) => child.type === 'element' && hasPicture(child));
}

/** Tells whether an element is a formula in a line of its own. */
export function isFormula(node: Element): boolean {
  return hasClass(node, 'math');
}

/** Returns the words of each row of a table, with room between its cells. */
function rowsOf(table: Element): string[] {
  const elements = (node: Element): Element[] => node.children.filter((child) => child.type === 'element');
  return elements(table)
    .flatMap(elements)
    .map((row) =>
      elements(row)
        .map((cell) => toString(cell).trim())
        .join('   '),
    );
}

/** Tells whether an element is code. */
export function isCode(node: Element): boolean {
  return node.tagName === 'pre' || hasClass(node, 'code-block');
}

/**
 * Puts some words beside the narrow code before or behind them; `undefined` for anything else.
 *
 * @param breadth - width by height of the slide as a share of 16:9.
 */
export function codeBeside(rest: readonly Element[], breadth: number): Element | undefined {
  const place = rest.findIndex(isCode);
  const code = rest[place];
  const words = rest.filter((node) => node !== code);
  if (!code || words.length === 0 || !words.every(isProse) || (place !== 0 && place !== rest.length - 1))
    return undefined;
  const lines = toString(code).trimEnd().split('\n');
  const letters = words.reduce((sum, node) => sum + lettersOf(toString(node)), 0);
  if (lines.length < FEWEST_LINES || lines.length > MOST_LINES || letters > WORDS) return undefined;
  if (Math.max(...lines.map(({ length }) => length)) > CODE_LINE * breadth) return undefined;
  if (words.length === 1 && words.every(isWords) && letters <= SENTENCE && lines.length <= FEW_LINES) return undefined;
  return place === 0 ? pair([code], words) : pair(words, [code]);
}

/** Returns parts that begin with headings of one depth, where there are two or three of some words each. */
export function partsOf(rest: readonly Element[]): Element[][] | undefined {
  const [first] = rest;
  if (!first || !isHeading(first) || !rest.every(isProse)) return undefined;
  const parts: Element[][] = [];
  for (const node of rest) {
    if (node.tagName === first.tagName) parts.push([]);
    else if (isHeading(node)) return undefined;
    parts.at(-1)?.push(node);
  }
  const areShort = parts.every(([heading, ...words]) => {
    const letters = words.reduce((sum, node) => sum + lettersOf(toString(node)), 0);
    return heading && lettersOf(toString(heading)) <= HEADING && letters > 0 && letters <= PART;
  });
  return parts.length >= 2 && parts.length <= 3 && areShort ? parts : undefined;
}

/** Returns columns as panels, where each has a few words below a title. */
export function asPanels(rest: readonly Element[]): Element | undefined {
  const [columns, ...more] = rest;
  if (!columns || more.length > 0 || !hasClass(columns, 'columns')) return undefined;
  const all = columns.children.filter((child) => child.type === 'element');
  if (all.length < 2 || all.length > 4 || !all.every(isTitled)) return undefined;
  const panels = { ...columns, properties: { ...columns.properties } };
  addClass(panels, 'panels');
  return panels;
}

/** Tells whether a column has words below a title: a heading, or a line in bold. */
function isTitled(column: Element): boolean {
  const [title, ...words] = column.children.filter((child) => child.type === 'element');
  if (!title || words.length === 0 || !words.every(isProse) || words.some(isHeading)) return false;
  if (lettersOf(toString(title)) > HEADING || lettersOf(toString(column)) > PART) return false;
  return isHeading(title) || isBold(title);
}

function isBold({ tagName, children }: Element): boolean {
  const [only, ...more] = children;
  return tagName === 'p' && more.length === 0 && only?.type === 'element' && only.tagName === 'strong';
}

/** Puts parts beside each other, in panels of one width. */
export function inColumns(parts: readonly Element[][]): Element {
  const style = `--deck-columns: ${parts.map(() => 'minmax(0, 1fr)').join(' ')}`;
  return element(
    'div',
    { className: ['columns', 'panels'], style },
    parts.map((part) => element('div', { className: ['column'] }, part)),
  );
}
