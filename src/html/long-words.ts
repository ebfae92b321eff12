import type { Element, ElementContent, Nodes } from 'hast';
import { eachElement } from '../model/walk.ts';
import { element, hasClass, text } from './elements.ts';

/** Words that no line is too short for. */
const LONG = 30;
/** The same in tables of many columns, and in tables that have a part of the slide. */
const LONG_IN_TABLE = 16;
const MANY_COLUMNS = 6;

/** No part of a word in a table is longer: this is how narrow its column may become. */
const LONGEST_PART = 16;
const SHORT_PART = 8;

const SOFT_HYPHEN = '\u00AD';

const WITHOUT_SIGNS = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]{31}/u;
/** A number of a part, an account or a commit. */
const NUMBER = /^\p{L}*\p{N}[\p{L}\p{N}]*$/u;

/** Before most signs, behind slashes and commas, and before a capital inside of a name. */
const BETWEEN_PARTS =
  /(?<=[/\\])(?![/\\])|(?<=[,;])|(?<=[^/\\.?#&=_~%:@,;]{2})(?=[.?#&=_~%@]|:(?!\/))|(?<=\p{Ll}\p{Ll})(?=\p{Lu}\p{Ll})/u;

/** Longest words that stay whole. */
export interface WordRoom {
  long: number;
  /** Words are in a cell of a table: the width of its column follows from their parts. */
  isInTable: boolean;
}

export const PROSE: WordRoom = { long: LONG, isInTable: false };

/** Tells whether `value` may have a word of `length` characters: that many in a row without a space. */
export function hasLongRun(value: string, length: number): boolean {
  for (let from = 0; from + length <= value.length;) {
    const blank = value.lastIndexOf(' ', from + length - 1);
    if (blank < from) return true;
    from = blank + 1;
  }
  return false;
}

/** Finds the elements in tables, and what room words have there. */
export function roomsInTables(tree: Nodes): Map<Element, WordRoom> {
  const rooms = new Map<Element, WordRoom>();
  addRooms(tree, rooms, false);
  return rooms;
}

function addRooms(node: Nodes, rooms: Map<Element, WordRoom>, isInNarrow: boolean): void {
  if (!('children' in node)) return;
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const narrow = isInNarrow || isNarrow(child);
    if (child.tagName === 'table') {
      const room = { long: narrow || hasManyColumns(child) ? LONG_IN_TABLE : LONG, isInTable: true };
      eachElement(child, (inner) => rooms.set(inner, room));
    } else addRooms(child, rooms, narrow);
  }
}

/** Tells whether a box is narrower than the slide. */
export function isNarrow(box: Element): boolean {
  return ['column', 'cell', 'slot'].some((name) => hasClass(box, name));
}

/** Tells whether the columns of a table have room for short words only. */
export function hasManyColumns(table: Element): boolean {
  let count: number | undefined;
  eachElement(table, (row) => {
    if (row.tagName === 'tr') count ??= row.children.filter(isCell).length;
  });
  return (count ?? 0) >= MANY_COLUMNS;
}

function isCell(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th');
}

/** Tells whether a word may break: addresses, paths, hashes, names in code, and hyphenated words in tables. */
export function mayBreak(word: string, { long, isInTable }: WordRoom): boolean {
  if (word.includes(SOFT_HYPHEN)) return isInTable;
  if (word.length <= long) return false;
  return /[/\\_.=&?@]/.test(word) || WITHOUT_SIGNS.test(word) || (isInTable && NUMBER.test(word));
}

/** Returns a word with break opportunities; in a table between its parts. */
export function breakable(word: string, { isInTable }: WordRoom): Element {
  const parts = isInTable && !word.includes(SOFT_HYPHEN) ? word.split(BETWEEN_PARTS).flatMap(shortParts) : [word];
  const children: ElementContent[] = [];
  for (const part of parts) children.push(...(children.length > 0 ? [element('wbr', {})] : []), text(part));
  return element('span', { className: ['breakable'] }, children);
}

/** Cuts parts without places to break evenly. */
function shortParts(part: string): string[] {
  const letters = [...part];
  if (letters.length <= LONGEST_PART) return [part];
  const parts: string[] = [];
  for (let at = 0; at < letters.length; at += SHORT_PART) parts.push(letters.slice(at, at + SHORT_PART).join(''));
  return parts;
}
