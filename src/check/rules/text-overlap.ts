import { boxOf, positionAt } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';

export const textOverlap: Rule = defineRule({
  id: 'text-overlap',
  severity: 'error',
  about: 'overlapping texts',
  options: {},
  check({ pages }, report) {
    for (const { slide, step, texts } of pages) {
      for (const { fault, at, area, words, by, part } of texts) {
        if (fault !== 'overlapping' || part === 'drawing') continue;
        const reason = `Text overlaps: “${words}” and “${by}”; move one of them`;
        report(reason, { slide, step, place: positionAt(at), boxes: [boxOf(area)] });
      }
    }
  },
});
