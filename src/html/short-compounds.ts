import type { Element, ElementContent, Root } from 'hast';
import type { Plugin } from 'unified';
import { eachElement } from '../model/walk.ts';

/** Two short words and the hyphen between them, such as `fan-out` or `T-shirt`. */
const COMPOUND = /(?<![\p{L}\p{N}-])[\p{L}\p{N}]{1,6}-[\p{L}\p{N}]{1,6}(?![\p{L}\p{N}-])/gu;

const MAY_SPLIT = /-|\S{31}/;
/** Words that no line is too short for. */
const LONG = 30;

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
  eachElement(tree, (element, parent) => {
    const isInlineCode = element.tagName === 'code' && !(parent.type === 'element' && parent.tagName === 'pre');
    if (isInlineCode) return splitCode(element, made);
    // The spans made here are visited in their turn.
    if (NO_PROSE.has(element.tagName) || made.has(element)) return;
    if (!element.children.some((child) => child.type === 'text' && MAY_SPLIT.test(child.value))) return;
    element.children = element.children.flatMap((child) =>
      child.type === 'text' ? split(child.value, made) : [child],
    );
  });
};

function split(value: string, made: WeakSet<Element>): ElementContent[] {
  const parts: ElementContent[] = [];
  const add = (text: string, className?: string): void => {
    const span = className ? spanOf(text, className) : undefined;
    const last = parts.at(-1);
    if (span) made.add(span);
    if (span) parts.push(span);
    else if (last?.type === 'text') last.value += text;
    else if (text) parts.push({ type: 'text', value: text });
  };
  for (const word of value.split(/(\s+)/)) {
    if (isAddress(word)) add(word, 'breakable');
    else {
      let from = 0;
      for (const { 0: compound, index } of word.matchAll(COMPOUND)) {
        add(word.slice(from, index));
        add(compound, 'unbroken');
        from = index + compound.length;
      }
      add(word.slice(from));
    }
  }
  return parts;
}

/** What is no word, and too long for a narrow column. */
function isAddress(word: string): boolean {
  return word.length > LONG && /[/_.=&?]/.test(word) && !word.includes('\u00AD');
}

/**
 * Keeps options such as `--log-level` on one line, since what reads a PDF takes a hyphen at a line's end for one that
 * hyphenation made. Where code is longer than a narrow column is wide, it may break anywhere.
 */
function splitCode(code: Element, made: WeakSet<Element>): void {
  const [only] = code.children;
  if (code.children.length !== 1 || only?.type !== 'text') return;
  const parts = only.value.split(/(\s+)/);
  if (!parts.some((part) => part.includes('-') || part.length > LONG)) return;
  code.children = parts.map((part): ElementContent => {
    if (part.length <= LONG && !part.includes('-')) return { type: 'text', value: part };
    const span = spanOf(part, part.length > LONG ? 'breakable' : 'unbroken');
    made.add(span);
    return span;
  });
}

function spanOf(value: string, className: string): Element {
  const properties = { className: [className] };
  return { type: 'element', tagName: 'span', properties, children: [{ type: 'text', value }] };
}
