import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { hasClass, isHeading } from './elements.ts';

/** Letters that a line has room for in the layout `code`; longer ones wrap. */
const LINE = 84;
/** Up to so many lines are shown larger than the layout's own size, and so many fit at it. */
const [FEWER, FEW] = [8, 13];

/**
 * Tells the layout `code` how many lines its code has, where they are many: it sets them smaller, instead of the whole
 * slide.
 */
export function countCodeLines(content: ElementContent[]): ElementContent[] {
  return content.map((node) => {
    if (node.type !== 'element' || !(node.tagName === 'pre' || hasClass(node, 'code-block'))) return node;
    const lines = linesOf(node);
    if (lines <= FEW) return node;
    const style = [node.properties['style'], `--code-lines:${lines}`].filter(Boolean).join(';');
    return { ...node, properties: { ...node.properties, style } };
  });
}

/**
 * Tells the layout `code` how long the lines are of code that has the slide for itself, where they are few: it sets them as
 * large as they fit.
 */
export function measureFewLines(content: ElementContent[]): ElementContent[] {
  const elements = content.filter((node) => node.type === 'element');
  const block = elements.at(-1);
  const isAlone = elements.length < 2 || (elements.length === 2 && elements[0] && isHeading(elements[0]));
  if (!block || !isAlone || !(block.tagName === 'pre' || hasClass(block, 'code-block'))) return content;
  if (linesOf(block) > FEWER) return content;
  const columns = Math.max(
    ...toString(block)
      .split('\n')
      .map(({ length }) => length),
  );
  const style = [block.properties['style'], `--code-columns:${columns}`].filter(Boolean).join(';');
  const measured = { ...block, properties: { ...block.properties, style } };
  return content.map((node) => (node === block ? measured : node));
}

/** Lines as they are shown; a title takes as much room as one. */
function linesOf(block: Element): number {
  const titled = block.tagName !== 'pre';
  const pre = titled ? block.children.find((child) => child.type === 'element' && child.tagName === 'pre') : block;
  if (pre?.type !== 'element') return 0;
  const lines = toString(pre).replace(/\n$/, '').split('\n');
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), titled ? 1 : 0);
}
