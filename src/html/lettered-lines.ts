import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { element, text } from './elements.ts';
import { asPoints } from './points.ts';
import { isWords, lettersOf } from './statement.ts';

/** Letters of a line before or behind such lines. */
const LINE = 120;
/** A letter or a number of a line. */
const LABEL = /^\s*\(?(?:[a-z]|\d{1,2})\)(?:\s|$)/;

/**
 * Returns blocks whose lines that begin with “a)”, “b)” … are points, the letters beside what they label; `undefined` where
 * more than a line is before or behind them.
 */
export function letteredPoints(rest: readonly Element[]): Element[] | undefined {
  const start = rest.findIndex((node) => linesOf(node) !== undefined);
  if (start === -1 || start > 1) return undefined;
  const end = rest.findIndex((node, index) => index > start && linesOf(node) === undefined);
  const after = end === -1 ? [] : rest.slice(end);
  const before = rest.slice(0, start);
  if (after.length > 1 || ![...before, ...after].every(isLine)) return undefined;
  const lines = rest.slice(start, rest.length - after.length).flatMap((node) => linesOf(node) ?? []);
  const points = asPoints(element('ul', {}, lines.map(asItem)));
  return points && [...before, points, ...after];
}

function isLine(node: Element): boolean {
  return isWords(node) && lettersOf(toString(node)) <= LINE;
}

/** Returns the lines of a paragraph, if each has a label. */
function linesOf({ tagName, properties, children }: Element): ElementContent[][] | undefined {
  if (tagName !== 'p' || Object.keys(properties).length > 0) return undefined;
  const lines: ElementContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'element' && child.tagName === 'br') continue;
    const parts = child.type === 'text' ? child.value.split('\n') : [];
    if (child.type !== 'text') lines.at(-1)?.push(child);
    parts.forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push(text(part));
    });
  }
  return lines.every(([first]) => first?.type === 'text' && LABEL.test(first.value)) ? lines : undefined;
}

function asItem([first, ...more]: ElementContent[]): Element {
  const words = first?.type === 'text' ? first.value : '';
  const [label = ''] = LABEL.exec(words) ?? [];
  const rest = text(` ${words.slice(label.length).trimStart()}`);
  return element('li', {}, [element('strong', {}, [text(label.trim())]), rest, ...more]);
}
