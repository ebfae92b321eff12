import type { Element } from 'hast';
import { elementsOf, hasName, textOf } from '../slide-text.ts';
import { positionOf } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';

/** Tells whether a list is an agenda, which is as long as the talk: Lectern’s own, or a list of links to slides. */
function isAgenda(list: Element): boolean {
  const links = elementsOf({ content: [list], background: [] }, ({ tagName }) => tagName === 'a');
  const inside = links.filter(({ properties }) => String(properties['href'] ?? '').startsWith('#'));
  const own = textOf({ type: 'root', children: inside }).replaceAll(' ', '');
  return hasName(list, 'agenda', 'toc') || (inside.length > 0 && own === textOf(list).replaceAll(' ', ''));
}

export const bullets: Rule = defineRule({
  id: 'bullets',
  severity: 'info',
  about: 'a list with too many points',
  options: { most: 8 },
  check({ deck: { slides } }, report, { most }) {
    for (const slide of slides) {
      const lists = elementsOf(
        slide,
        (list) =>
          ['ul', 'ol'].includes(list.tagName) && list.properties['dataComponent'] === undefined && !isAgenda(list),
      );
      for (const list of lists) {
        const points = list.children.filter((child) => child.type === 'element' && child.tagName === 'li').length;
        if (points <= most || slide.settings.layout === 'agenda') continue;
        report(`List has ${points} points, expected at most ${most}; group them, or make it two slides`, {
          slide,
          place: positionOf(list),
        });
      }
    }
  },
});
