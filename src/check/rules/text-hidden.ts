import { boxOf, positionAt } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';

export const textHidden: Rule = defineRule({
  id: 'text-hidden',
  severity: 'error',
  about: 'text covered by an image or the running footer',
  options: {},
  check({ pages }, report) {
    for (const { slide, step, texts } of pages) {
      for (const { fault, at, area, words, by } of texts) {
        if (fault !== 'hidden' && fault !== 'covered') continue;
        const hider = fault === 'covered' ? 'the running footer' : by;
        const reason = `Text is covered by ${hider}: “${words}”; move one of them`;
        report(reason, { slide, step, place: positionAt(at), boxes: [boxOf(area)] });
      }
    }
  },
});
