import type { Root } from 'hast';
import type { Plugin } from 'unified';
import type { UiWords } from '../model/ui-words.ts';
import { eachElement } from '../model/walk.ts';
import { element, text } from './elements.ts';

/**
 * Fills in the agenda: an entry a section, linked, the current one marked. Many entries make two columns, unless slides
 * are upright.
 */
export const toc: Plugin<[{ words: UiWords; upright: boolean }], Root> = ({ words, upright }) => {
  return (tree) => {
    const agenda = tree.data?.slide?.agenda ?? [];
    eachElement(tree, (nav) => {
      if (nav.properties['dataToc'] === undefined) return;
      delete nav.properties['dataToc'];
      nav.properties['ariaLabel'] = words.agenda;
      const items = agenda.map(({ id, title, current, done }) =>
        element('li', current ? { className: ['current'] } : done ? { className: ['done'] } : {}, [
          element('a', { href: `#${id}`, className: ['bare'], ...(current && { ariaCurrent: 'true' }) }, [text(title)]),
        ]),
      );
      if (agenda.some(({ current }) => current)) nav.properties['dataCurrent'] = '';
      nav.properties['style'] =
        `--deck-rows:${upright || items.length <= 8 ? items.length : Math.ceil(items.length / 2)}`;
      nav.children = [element('ol', {}, items)];
    });
  };
};
