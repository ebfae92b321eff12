import { elementsOf, hasName } from '../said.ts';
import { placeOf } from '../places.ts';
import { rule, type Rule } from '../rule.ts';

export const bullets: Rule = rule({
  id: 'bullets',
  severity: 'info',
  about: 'more points in a list than anyone keeps in mind',
  options: { most: 8 },
  check({ deck: { slides } }, tell, { most }) {
    for (const slide of slides) {
      // An agenda is as long as the talk.
      const lists = elementsOf(slide, (list) => ['ul', 'ol'].includes(list.tagName) && !hasName(list, 'agenda', 'toc'));
      for (const list of lists) {
        const points = list.children.filter((child) => child.type === 'element' && child.tagName === 'li').length;
        if (points <= most || slide.settings.layout === 'agenda') continue;
        tell(`List has ${points} points, expected at most ${most}; group them, or make it two slides`, {
          slide,
          place: placeOf(list),
        });
      }
    }
  },
});
