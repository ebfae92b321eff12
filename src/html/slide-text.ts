import type { ElementContent } from 'hast';
import type { Slide } from '../model/deck.ts';
import { hasClass } from './elements.ts';

/** Elements that are not running text: code, drawings, formulas, small print, sources. */
const APART = new Set(['pre', 'svg', 'figcaption', 'style', 'script']);

/** Returns the text of a slide as an audience reads it, without code, drawings and formulas. */
export function slideText({ content }: Pick<Slide, 'content'>): string {
  return content.map(readText).join(' ').replace(/\s+/g, ' ').trim();
}

function readText(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  const isApart =
    node.type !== 'element' ||
    APART.has(node.tagName) ||
    ['footnotes', 'references', 'katex'].some((name) => hasClass(node, name));
  return isApart ? ' ' : ` ${node.children.map(readText).join('')} `;
}
