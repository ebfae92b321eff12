/** What part of a slide an element belongs to. */
export type Part = 'heading' | 'text' | 'code' | 'small' | 'footer' | 'drawing';

export function partOf(element: Element): Part {
  const SMALL = 'blockquote footer, .footnotes, figcaption, .byline, sup, sub, .code-title';
  if (element.closest('.slide-footer, .slide-logo')) return 'footer';
  if (element.closest('h1, h2, h3, h4, h5, h6')) return 'heading';
  if (element.closest(SMALL)) return 'small';
  return element.closest('pre') ? 'code' : 'text';
}
