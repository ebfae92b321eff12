import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { element } from './elements.ts';
import { withoutParagraph } from './points.ts';
import { lettersOf } from './statement.ts';

/** Items of an agenda, and letters of each. */
const [FEWEST, MOST, LETTERS] = [2, 8, 60];

/** Returns a list that an author wrote as an agenda looks; `undefined` for longer ones, and those with more than a line of words in an item. */
export function asAgenda(list: Element): Element | undefined {
  const items = list.children.filter((child) => child.type === 'element');
  const isFit = items.length >= FEWEST && items.length <= MOST && items.every(isLine);
  if (!isFit || 'className' in list.properties || list.properties['start'] !== undefined) return undefined;
  const rows = items.map((item) => {
    const row = element('li', item.properties, [element('span', {}, withoutParagraph(item))]);
    if (item.position) row.position = item.position;
    return row;
  });
  const style = `--deck-rows:${rows.length}`;
  return element('div', { className: ['toc'], style }, [element('ol', list.properties, rows)]);
}

function isLine(item: Element): boolean {
  const words = toString(item).trim();
  const isFlat = withoutParagraph(item).every(
    (child) =>
      child.type === 'text' || (child.type === 'element' && /^(?:a|em|strong|code|span|b|i)$/.test(child.tagName)),
  );
  return isFlat && words !== '' && lettersOf(words) <= LETTERS;
}
