import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Plugin } from 'unified';
import { eachElement } from '../model/walk.ts';

/** Blocks that an item may have below its task. */
const BLOCKS = new Set(['ul', 'ol', 'dl', 'pre', 'table', 'blockquote', 'div', 'figure']);

/** Names the box of each task after the task, for screen readers. */
export const taskItems: Plugin<[], Root> = () => (tree) => {
  eachElement(tree, (item) => {
    if (item.tagName !== 'li' || !isTask(item)) return;
    const name = nameOf(taskOf(item)).trim().replaceAll(/\s+/g, ' ');
    eachElement(item, (box) => {
      // An item further in has named its own box when its turn comes.
      if (box.tagName === 'input') box.properties['ariaLabel'] = name;
    });
  });
};

/** The task that an item begins with: its first paragraph where it has several blocks. */
function taskOf(item: Element): Element {
  return item.children.find((child): child is Element => child.type === 'element' && child.tagName === 'p') ?? item;
}

/** The words of an item, without blocks inside of it and marks of footnotes. */
function nameOf(item: Element): string {
  const shown = item.children.map((child) => {
    if (child.type !== 'element') return toString(child);
    if (BLOCKS.has(child.tagName) || child.properties['dataFootnoteRef'] !== undefined) return '';
    return nameOf(child);
  });
  return shown.join('');
}

function isTask({ properties }: Element): boolean {
  return Array.isArray(properties['className']) && properties['className'].includes('task-list-item');
}
