import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { addClass, hasClass } from './elements.ts';
import { withoutParagraph } from './points.ts';
import { lettersOf } from './statement.ts';

/** Rows that a slide has room for. */
const ROWS = 8;
/** Items that two columns and three are for, at least, and letters that most of them have at most. */
const COLUMNS = [
  { columns: 3, fewest: 15, letters: 22 },
  { columns: 2, fewest: 8, letters: 38 },
];
/** Items with up to this share of those letters have one line, even if they are a little larger. */
const LINE = 0.85;
/** The share of items that is most of them; others have up to twice the letters. */
const MOST = 0.85;

/**
 * Returns a list of many short items in columns; `undefined` for others.
 *
 * @param breadth - width by height of the slide as a share of 16:9.
 */
export function inListColumns(list: Element, breadth: number): Element | undefined {
  const items = list.children.filter((child) => child.type === 'element');
  const names = Array.isArray(list.properties['className']) ? list.properties['className'] : [];
  if (names.some((name) => name !== 'contains-task-list') || !items.every(isFlat)) return undefined;
  const sizes = items.map((item) => lettersOf(toString(item))).toSorted((a, b) => a - b);
  const [usual = 0, longest = 0] = [sizes[Math.floor(MOST * (sizes.length - 1))], sizes.at(-1)];
  // Narrow slides have larger letters, and items there may take two lines.
  const room = Math.sqrt(breadth);
  const found = COLUMNS.find(
    ({ fewest, letters }) => items.length >= fewest && usual <= letters * room && longest <= 2 * letters * room,
  );
  if (!found || items.length > ROWS * found.columns) return undefined;
  const columns = { ...list, properties: { ...list.properties, style: `--columns:${found.columns}` } };
  addClass(columns, 'list-columns', ...(longest <= LINE * found.letters * room ? ['of-lines'] : []));
  return columns;
}

/** Letters of an entry in a list of references, on average at least. */
const ENTRY = 45;

/** Returns a list of references as they are printed, without bullets; `undefined` for other lists. */
export function asEntries(list: Element): Element | undefined {
  const items = list.children.filter((child) => child.type === 'element');
  if (list.tagName !== 'ul' || 'className' in list.properties || items.length < 2) return undefined;
  const letters = items.reduce((sum, item) => sum + lettersOf(toString(item)), 0);
  if (letters < ENTRY * items.length || !items.every(isFlat)) return undefined;
  const entries = { ...list, properties: { ...list.properties, role: 'list' } };
  addClass(entries, 'entries');
  return entries;
}

/** Tells whether each item of a list is a formula and nothing else. */
export function ofFormulas(list: Element): boolean {
  const items = list.children.filter((child) => child.type === 'element');
  const isOnly = ([only, ...more]: readonly ElementContent[]): boolean =>
    only?.type === 'element' && more.length === 0 && hasClass(only, 'inline-math');
  return items.length > 1 && items.every((item) => isOnly(withoutParagraph(item)));
}

/** Returns a list of formulas that are as large as those in lines of their own. */
export function withLargeFormulas(list: Element): Element {
  const large = { ...list, properties: { ...list.properties } };
  addClass(large, 'formulas');
  return large;
}

/** Tells whether an item has no blocks of its own. */
export function isFlat(item: Element): boolean {
  return withoutParagraph(item).every(
    (child) =>
      child.type === 'text' || (child.type === 'element' && !/^(?:p|ul|ol|pre|div|table|figure)$/.test(child.tagName)),
  );
}
