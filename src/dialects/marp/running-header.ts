import type { Element, Nodes as HastNodes } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toHast } from 'mdast-util-to-hast';
import { walk } from '../../model/walk.ts';
import type { OwnRules } from '../common/own-rules.ts';
import { readImageWords } from './images.ts';

/** Where Marp has headers, as a rule that weighs less than those of themes. */
const PLACE =
  'position: absolute; inset: 0 0 auto; z-index: 1; display: flex; align-items: center; gap: 0.3em; max-width: none; height: calc(60 * var(--deck-unit)); padding-inline: var(--deck-margin-inline); color: var(--deck-muted); font-size: calc(18 * var(--deck-unit)); line-height: 1.3';

/** Selects slides with something behind their content, which would cover it. */
const ON_IMAGE = ':has(> :is(.scrim, .backdrop, .slide-image))';

/** Returns the header of a slide as a line of HTML, which has its place at the top of the slide; empty for none. */
export function runningHeader(text: string, rules: OwnRules): string {
  if (text === '') return '';
  rules.add(':where(.slide) .slide-header', PLACE);
  // They are at the edge of the slide, not of its content, which has a place of its own on an image.
  rules.add(`.slide:has(.slide-header):not(${ON_IMAGE}) > .slide-body`, 'position: static');
  rules.add(`:where(.slide${ON_IMAGE}) .slide-header`, 'inset: calc(-1 * var(--deck-margin-top)) 0 auto; padding: 0');
  const tree = toHast(fromMarkdown(text));
  walk<HastNodes>(tree, (node) => {
    if (node.type === 'element' && node.tagName === 'img') sizeImage(node);
  });
  const html = toHtml(tree)
    .replaceAll(/<\/?p>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return `\n\n<header class="slide-header">${html}</header>\n\n`;
}

/** Sizes in the brackets of an image become attributes. */
function sizeImage({ properties }: Element): void {
  const { words, width, height } = readImageWords(String(properties['alt'] ?? ''));
  properties['alt'] = words.join(' ');
  const sizes = [...(width ? [`width: ${width}`] : []), ...(height ? [`height: ${height}`] : [])];
  if (sizes.length > 0) properties['style'] = sizes.join('; ');
}
