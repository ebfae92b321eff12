import { elementsOf } from '../slide-text.ts';
import { placeOf } from '../places.ts';
import { rule, type Rule } from '../rule.ts';

export const stepEmpty: Rule = rule({
  id: 'step-empty',
  severity: 'warning',
  about: 'a step that changes nothing on the slide',
  options: {},
  check({ pages }, tell) {
    pages.forEach(({ slide, step, looks, output }, index) => {
      const before = pages[index - 1];
      if (step === 0 || output !== 'deck' || before?.slide !== slide || before.looks !== looks) return;
      const [shown] = elementsOf(slide, ({ properties }) => properties['dataFragmentIndex'] === String(step - 1));
      const reason = `Step ${step} changes nothing that can be seen; leave it out`;
      tell(reason, { slide, place: shown && placeOf(shown), step, kind: String(step) });
    });
  },
});
