import type { Element, Nodes } from 'hast';
import { toString } from 'hast-util-to-string';
import { hasClass } from '../html/elements.ts';
import { slideText } from '../html/slide-text.ts';
import { eachElement } from '../model/walk.ts';
import type { Slide } from '../model/deck.ts';

/** Counts the words on a slide. */
export function countWords(slide: Slide, lang: string): number {
  const text = slideText(slide);
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(text))
    if (isWordLike) words += 1;
  return words;
}

/** Returns the matching elements of a slide's content and background. */
export function elementsOf(
  { content, background }: Pick<Slide, 'content' | 'background'>,
  wanted: (element: Element) => boolean,
): Element[] {
  const found: Element[] = [];
  eachElement({ type: 'root', children: [...content, ...background] }, (element) => {
    if (wanted(element)) found.push(element);
  });
  return found;
}

/** Tells whether an element has one of some tag names. */
export function hasName(element: Element, ...names: string[]): boolean {
  return names.some((name) => hasClass(element, name));
}

/** Returns the text of a node without the text alternatives of drawings and formulas. */
export function textOf(node: Nodes): string {
  return toString(node).replace(/\s+/g, ' ').trim();
}
