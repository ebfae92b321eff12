/** The part of a slide that an element belongs to. */
export type Part = 'heading' | 'text' | 'quote' | 'code' | 'small' | 'footer' | 'drawing';

/** Returns the part of a slide that an element belongs to. */
export function partOf(element: Element): Part {
  const SMALL = 'blockquote footer, .footnotes, .source, figcaption, .byline, sup, sub, .code-title';
  if (element.closest('.slide-footer, .slide-logo')) return 'footer';
  if (element.closest('h1, h2, h3, h4, h5, h6')) return 'heading';
  if (element.closest(SMALL)) return 'small';
  if (element.closest('pre')) return 'code';
  return element.closest('blockquote') ? 'quote' : 'text';
}

/** Names an element by its kind and its class, as in `p.subtitle`. */
export function elementName(element: Element): string {
  const className = [...element.classList].find((name) => !name.startsWith('hljs')) ?? element.classList[0];
  return element.tagName.toLowerCase() + (className ? `.${className}` : '');
}
