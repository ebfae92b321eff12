import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Plugin } from 'unified';
import { eachElement } from '../model/walk.ts';

/** Names the box of each task after the task, for those who hear the slide. */
export const taskItems: Plugin<[], Root> = () => (tree) => {
  eachElement(tree, (item) => {
    if (item.tagName !== 'li' || !isTask(item)) return;
    const name = nameOf(item).trim().replaceAll(/\s+/g, ' ');
    eachElement(item, (box) => {
      // An item further in has named its own box when its turn comes.
      if (box.tagName === 'input') box.properties['ariaLabel'] = name;
    });
  });
};

/** The words of an item, without lists inside of it and marks of footnotes. */
function nameOf(item: Element): string {
  const shown = item.children.map((child) => {
    if (child.type !== 'element') return toString(child);
    if (['ul', 'ol'].includes(child.tagName) || child.properties['dataFootnoteRef'] !== undefined) return '';
    return nameOf(child);
  });
  return shown.join('');
}

function isTask({ properties }: Element): boolean {
  return Array.isArray(properties['className']) && properties['className'].includes('task-list-item');
}
