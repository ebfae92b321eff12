import type { Element, ElementContent } from 'hast';
import { addClass, element, hasClass } from './elements.ts';
import { shownIn } from './picture-rows.ts';

/** Takes the image on a slide with a quotation for the portrait of its speaker: it is beside the name. */
export function withPortrait(content: readonly ElementContent[]): ElementContent[] {
  const quote = content.find((node): node is Element => node.type === 'element' && node.tagName === 'blockquote');
  const figure = content.find((node): node is Element => node.type === 'element' && hasClass(node, 'media'));
  const image = figure && shownIn(figure);
  if (!quote || !figure || image?.tagName !== 'img') return content.map((node) => node);
  const last = quote.children.at(-1);
  const footer = last?.type === 'element' && last.tagName === 'footer' ? last : element('footer', {});
  if (footer !== last) quote.children.push(footer);
  footer.children = [image, ...footer.children];
  markPortraits(quote);
  return content.filter((node) => node !== figure);
}

/** Sets the image in an attribution beside the words of it. */
export function markPortraits(quote: Element): void {
  const footer = quote.children.at(-1);
  if (footer?.type !== 'element' || footer.tagName !== 'footer' || hasClass(footer, 'with-portrait')) return;
  const [first, ...rest] = footer.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  if (first?.type !== 'element' || first.tagName !== 'img') return;
  addClass(footer, 'with-portrait');
  addClass(first, 'portrait');
  footer.children = [first, ...(rest.length > 0 ? [element('span', {}, trimmed(rest))] : [])];
}

function trimmed(nodes: ElementContent[]): ElementContent[] {
  const [first, ...rest] = nodes;
  return first?.type === 'text' ? [{ ...first, value: first.value.trimStart() }, ...rest] : nodes;
}
