import { fitVerdict, LEGIBLE } from '../../render/fit-verdict.ts';
import { boxOf } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';

export const overflow: Rule = defineRule({
  id: 'overflow',
  severity: 'warning',
  about: 'content that is larger than its slide',
  options: { legible: LEGIBLE },
  check({ pages }, report, { legible }) {
    for (const { slide, fit, overflow: box, last } of pages) {
      if (fit.factor === 1 || !last) continue;
      const verdict = fitVerdict(slide, fit, legible);
      const boxes = box ? [boxOf(box)] : [];
      if (verdict) report(verdict.reason, { slide, boxes, severity: verdict.severity });
    }
  },
});
