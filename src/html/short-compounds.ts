import type { Element, ElementContent, Root } from 'hast';
import type { Plugin } from 'unified';
import { eachElement } from '../model/walk.ts';

/** Two short words and the hyphen between them, such as `fan-out` or `T-shirt`. */
const COMPOUND = /(?<![\p{L}\p{N}-])[\p{L}\p{N}]{1,6}-[\p{L}\p{N}]{1,6}(?![\p{L}\p{N}-])/gu;

/** Where text is not prose: it breaks as it always does, or not at all. */
const NO_PROSE = new Set([
  'code',
  'kbd',
  'pre',
  'samp',
  'script',
  'style',
  'svg',
  'text',
  'textPath',
  'title',
  'tspan',
]);

/**
 * Keeps short compounds on one line. In the large type of a slide a line that ends in `fan-` reads badly, and what reads
 * text out of a PDF takes that hyphen for one that hyphenation made: `fanout`.
 */
export const shortCompounds: Plugin<[], Root> = () => (tree) => {
  const made = new WeakSet<Element>();
  eachElement(tree, (element) => {
    // The spans made here are visited in their turn.
    if (NO_PROSE.has(element.tagName) || made.has(element)) return;
    if (!element.children.some((child) => child.type === 'text' && child.value.includes('-'))) return;
    element.children = element.children.flatMap((child) =>
      child.type === 'text' ? split(child.value, made) : [child],
    );
  });
};

function split(value: string, made: WeakSet<Element>): ElementContent[] {
  const parts: ElementContent[] = [];
  let from = 0;
  for (const { 0: word, index } of value.matchAll(COMPOUND)) {
    if (index > from) parts.push({ type: 'text', value: value.slice(from, index) });
    const span = unbroken(word);
    made.add(span);
    parts.push(span);
    from = index + word.length;
  }
  if (from < value.length) parts.push({ type: 'text', value: value.slice(from) });
  return parts;
}

function unbroken(value: string): Element {
  const properties = { className: ['unbroken'] };
  return { type: 'element', tagName: 'span', properties, children: [{ type: 'text', value }] };
}
