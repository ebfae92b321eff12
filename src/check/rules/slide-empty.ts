import { isHeading } from '../../html/elements.ts';
import type { Slide } from '../../model/deck.ts';
import { LAYOUTS } from '../../model/layouts.ts';
import { saysAll } from '../../model/title-words.ts';
import { elementsOf, textOf } from '../slide-text.ts';
import { defineRule, type Rule } from '../rule.ts';

const SHOWN = new Set(['img', 'svg', 'video', 'audio', 'iframe', 'table', 'pre', 'hr', 'canvas']);

const SENTENCE = /[.!?…。！？؟]["'”’»)]?$/u;

/** Words of a heading that says something by itself; a shorter one may have lost its content. */
const CLAIM = 6;

export const slideEmpty: Rule = defineRule({
  id: 'slide-empty',
  severity: 'warning',
  about: 'a slide that is empty or has only a heading',
  options: {},
  check({ deck: { slides } }, report) {
    for (const slide of slides) {
      const { settings, title } = slide;
      if (hasMoreThanTitle(slide) || settings.background) continue;
      // A heading that Lectern made a statement is meant as one if it is a sentence, is as long as one, or announces a break.
      const isClaim = SENTENCE.test(title) || title.split(/\s+/).length >= CLAIM || saysAll(title);
      const isMeant = slide.composed !== 'statement' || isClaim || slide === slides.at(-1);
      if (title && isMeant && LAYOUTS[settings.layout].headingAlone) continue;
      const what = title ? 'Slide has only a heading' : 'Slide is empty';
      const advice = title
        ? 'add content, or choose {layout=statement} or {layout=section}'
        : 'add content, or remove the slide';
      report(`${what}; ${advice}`, { slide });
    }
  },
});

/** Tells whether a slide shows anything besides its opening heading. */
export function hasMoreThanTitle(slide: Slide): boolean {
  const shown = elementsOf(slide, ({ tagName, properties }) => SHOWN.has(tagName) || 'dataInset' in properties);
  const rest = slide.content.filter((node, index) => index > 0 || node.type !== 'element' || !isHeading(node));
  return shown.length > 0 || rest.some((node) => textOf({ type: 'root', children: [node] }) !== '');
}
