import type { Element, ElementContent, Parents, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Plugin } from 'unified';
import { markPortraits } from './quote-portrait.ts';
import { eachElement } from '../model/walk.ts';
import { nextElement, takeOut } from './elements.ts';

/** An en dash needs a space behind it: one before a figure is a minus. */
const DASH = /^\s*(?:—|--|–(?=\s))\s*/;

/** Letters of an attribution: a longer line is text. */
const LONGEST = 100;

/**
 * Makes a `footer` of a blockquote's last line where it starts with an em dash, `--`, or an en dash and a space; else of a
 * line after the blockquote that does.
 */
export const quoteAttribution: Plugin<[], Root> = () => (tree) => {
  eachElement(tree, (element, parent) => {
    if (element.tagName !== 'blockquote') return;
    const last = element.children.findLast((child): child is Element => child.type === 'element');
    if (last?.tagName === 'p') attribute(element, last);
    takeLineAfter(element, parent);
    markPortraits(element);
  });
};

function takeLineAfter(quote: Element, parent: Parents): void {
  if (quote.children.some((child) => child.type === 'element' && child.tagName === 'footer')) return;
  const next = nextElement(quote, parent);
  if (next?.tagName !== 'p' || Object.keys(next.properties).length > 0) return;
  const line = toString(next);
  if (!DASH.test(line) || line.trim().includes('\n') || line.length > LONGEST) return;
  takeOut(next, parent);
  quote.children.push(next);
  attribute(quote, next);
}

function attribute(quote: Element, paragraph: Element): void {
  joinTexts(paragraph);
  const lineStart = startOfLastLine(paragraph.children);
  const first = paragraph.children[lineStart];
  if (first?.type !== 'text') return;
  const newline = first.value.lastIndexOf('\n');
  const line = first.value.slice(newline + 1);
  if (!DASH.test(line)) return;
  const name: ElementContent[] = [
    { type: 'text', value: line.replace(DASH, '') },
    ...paragraph.children.slice(lineStart + 1),
  ];
  const before = first.value.slice(0, Math.max(newline, 0));
  paragraph.children = [...paragraph.children.slice(0, lineStart), ...(before ? [{ ...first, value: before }] : [])];
  const end = paragraph.children.at(-1);
  if (end?.type === 'element' && end.tagName === 'br') paragraph.children.pop();
  if (paragraph.children.length === 0) quote.children = quote.children.filter((child) => child !== paragraph);
  quote.children.push({ type: 'element', tagName: 'footer', properties: {}, children: name });
}

/** A hard break leaves its line end as a text node of its own. */
function joinTexts(paragraph: Element): void {
  paragraph.children = paragraph.children.reduce<ElementContent[]>((joined, child) => {
    const previous = joined.at(-1);
    if (child.type === 'text' && previous?.type === 'text') previous.value += child.value;
    else joined.push(child);
    return joined;
  }, []);
}

/** Index of the node that the last line begins in. */
function startOfLastLine(children: ElementContent[]): number {
  const broken = children.findLastIndex((child) => child.type === 'text' && child.value.includes('\n'));
  return Math.max(broken, 0);
}
