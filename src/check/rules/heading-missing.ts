import { isHeading } from '../../html/elements.ts';
import { LAYOUTS } from '../../model/layouts.ts';
import { elementsOf, textOf } from '../slide-text.ts';
import { defineRule, type Rule } from '../rule.ts';
import { hasMoreThanTitle } from './slide-empty.ts';

export const headingMissing: Rule = defineRule({
  id: 'heading-missing',
  severity: 'info',
  about: 'a slide without a heading',
  options: {},
  check({ deck: { slides } }, report) {
    for (const slide of slides) {
      if (
        slide.title ||
        // A quotation alone needs none, whether its layout is written or found.
        slide.composed === 'quote' ||
        (!slide.composed && LAYOUTS[slide.settings.layout].withoutHeading) ||
        // `slide-empty` reports those.
        !(hasMoreThanTitle(slide) || slide.settings.background) ||
        elementsOf(slide, (element) => isHeading(element) && textOf(element) !== '').length > 0
      )
        continue;
      const reason = 'Slide has no heading, so bookmarks, the agenda and screen readers cannot name it; add one';
      report(reason, { slide });
    }
  },
});
