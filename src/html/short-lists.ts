import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { isFlat } from './many-items.ts';
import { lettersOf } from './statement.ts';

/** Items of a list whose lines are larger than others, at most. */
const MOST = 6;
/** Widths in em: of a letter, and of a bullet or a number. */
const [LETTER, MARKER] = [0.505, 1.2];
/** The width of the longest line, in em, with which letters are a seventh larger than others on 16:9. */
const LONGEST = 33;

/**
 * Says how wide the longest item of a short list is: its letters are then as large as all items have one line.
 *
 * @param breadth - width by height of the slide as a share of 16:9.
 * @returns `undefined` for other lists.
 */
export function withLine(list: Element, breadth: number): Element | undefined {
  const items = list.children.filter((child) => child.type === 'element');
  const names = Array.isArray(list.properties['className']) ? list.properties['className'] : [];
  if (!/^[uo]l$/.test(list.tagName) || names.some((name) => name !== 'contains-task-list')) return undefined;
  if (items.length < 2 || items.length > MOST || !items.every(isFlat)) return undefined;
  const line = LETTER * Math.max(...items.map((item) => lettersOf(toString(item)))) + MARKER;
  if (line > LONGEST * breadth) return undefined;
  return { ...list, properties: { ...list.properties, style: `--line:${Math.ceil(line)}` } };
}
