import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { attributeName, isOwnData } from '../model/own-data.ts';
import { warn } from '../model/messages.ts';
import { eachElement, walk } from '../model/walk.ts';

/**
 * Marks the elements that Lectern itself has made, before raw HTML becomes elements among them.
 *
 * @param written - the raw HTML of the slide: the mark is a name that does not occur in it.
 * @returns the name of the property that marks them.
 */
export function markOwnElements(tree: Root, written: string): string {
  const text = written.toLowerCase();
  let count = 0;
  while (text.includes(`data-own-${count}`)) count += 1;
  const mark = `dataOwn-${count}`;
  eachElement(tree, (element) => {
    if (Object.keys(element.properties).some(isOwnData)) element.properties[mark] = '';
  });
  return mark;
}

/** Takes Lectern's own `data-*` off all elements that do not have the mark, with a message, and the mark off the others. */
export function unmarkOwnElements(tree: Root, mark: string, file: VFile): void {
  walk(tree, (element: Root | Element) => {
    if (element.type !== 'element') return;
    if (element.properties[mark] === undefined) refuseOwnData(element, file, tree);
    else delete element.properties[mark];
  });
}

function refuseOwnData(element: Element, file: VFile, tree: Root): void {
  for (const name of Object.keys(element.properties)) {
    if (!isOwnData(name)) continue;
    delete element.properties[name];
    const attribute = attributeName(name);
    const reason = `${attribute}= was removed from <${element.tagName}>: Lectern uses this name itself; choose another one`;
    warn(file, reason, { place: element.position ?? tree.position, ruleId: 'html-data' });
  }
}
