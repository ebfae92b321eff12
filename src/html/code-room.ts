import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { hasClass } from './elements.ts';

/** Letters that a line has room for in the layout `code`; longer ones wrap. */
const LINE = 84;
/** As many lines fit at the layout's own size. */
const FEW = 13;

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

/** Lines as they are shown; a title takes as much room as one. */
function linesOf(block: Element): number {
  const titled = block.tagName !== 'pre';
  const pre = titled ? block.children.find((child) => child.type === 'element' && child.tagName === 'pre') : block;
  if (pre?.type !== 'element') return 0;
  const lines = toString(pre).replace(/\n$/, '').split('\n');
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), titled ? 1 : 0);
}
