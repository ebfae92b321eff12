import { isHeading } from '../../html/elements.ts';
import { elementsOf, textOf } from '../said.ts';
import { rule, type Rule } from '../rule.ts';

const SHOWN = new Set(['img', 'svg', 'video', 'audio', 'iframe', 'table', 'pre', 'hr', 'canvas']);
/** Layouts that are made for a heading alone. */
const ENOUGH = new Set(['cover', 'section', 'statement', 'center', 'end', 'image-full', 'agenda']);

export const slideEmpty: Rule = rule({
  id: 'slide-empty',
  severity: 'warning',
  about: 'a slide with nothing on it, or with nothing but a heading',
  options: {},
  check({ deck: { slides } }, tell) {
    for (const slide of slides) {
      const { content, settings, title } = slide;
      if (elementsOf(slide, ({ tagName, properties }) => SHOWN.has(tagName) || 'dataInset' in properties).length > 0)
        continue;
      const said = content.some(
        (node) => !(node.type === 'element' && isHeading(node)) && textOf({ type: 'root', children: [node] }),
      );
      if (said || (title && ENOUGH.has(settings.layout)) || settings.background) continue;
      const what = title ? 'Slide has nothing but its heading' : 'Slide has nothing on it';
      const advice = title
        ? 'say something, or choose {layout=statement} or {layout=section}'
        : 'fill it, or leave it out';
      tell(`${what}; ${advice}`, { slide });
    }
  },
});
