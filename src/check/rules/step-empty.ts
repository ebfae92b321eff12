import { elementsOf } from '../slide-text.ts';
import { positionOf } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';

export const stepEmpty: Rule = defineRule({
  id: 'step-empty',
  severity: 'warning',
  about: 'a step that changes nothing on the slide',
  options: {},
  check({ pages }, report) {
    pages.forEach(({ slide, step, appearance, output }, index) => {
      const before = pages[index - 1];
      if (step === 0 || output !== 'deck' || before?.slide !== slide || before.appearance !== appearance) return;
      const [shown] = elementsOf(slide, ({ properties }) => properties['dataFragmentIndex'] === String(step - 1));
      const reason = `Step ${step} changes nothing visible; remove it`;
      report(reason, { slide, place: shown && positionOf(shown), step, kind: String(step) });
    });
  },
});
