import { boxOf, positionAt } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';

export const textOutside: Rule = defineRule({
  id: 'text-outside',
  severity: 'error',
  about: 'text beyond the edge of its slide',
  options: {},
  check({ pages }, report) {
    for (const { slide, step, texts, fit } of pages) {
      // The rule “overflow” reports the slide as a whole.
      if (fit.overflows) continue;
      for (const { fault, at, area, words } of texts) {
        if (fault !== 'outside') continue;
        const reason = `Text extends beyond the edge of the slide: “${words}”; shorten it, or move it inwards`;
        report(reason, { slide, step, place: positionAt(at), boxes: [boxOf(area)] });
      }
    }
  },
});
