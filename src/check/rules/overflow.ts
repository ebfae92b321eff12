import { FIT_FLOOR, LEGIBLE } from '../../render/fit-floor.ts';
import { placeAt } from '../places.ts';
import { rule, type Rule } from '../rule.ts';

export const overflow: Rule = rule({
  id: 'overflow',
  severity: 'warning',
  about: 'content that is larger than its slide',
  options: { legible: LEGIBLE },
  check({ pages }, tell, { legible }) {
    for (const { slide, fit, overflow: over, last } of pages) {
      if (fit.factor === 1 || !last) continue;
      const { tall = 0, wide = 0, at = '' } = over ?? {};
      const much = tall >= wide ? `${tall} px too tall` : `${wide} px too wide`;
      const place = placeAt(at);
      if (fit.overflows) {
        const reason = `Content is ${much} and does not fit even at ${FIT_FLOOR} of its size; split the slide, or write {paginate} behind its heading`;
        tell(reason, { slide, place, severity: 'error' });
      } else if (!slide.settings.fit && !slide.settings.paginate) {
        const reason = `Content is ${much} and was scaled to ${fit.factor.toFixed(2)} of its size; shorten or split the slide, or write {paginate} or {fit} behind its heading`;
        tell(reason, { slide, place });
      } else if (fit.factor < legible) {
        const reason = `Content is ${much} and was scaled to ${fit.factor.toFixed(2)} of its size, which is less than can be read (${legible}); shorten or split the slide`;
        tell(reason, { slide, place });
      }
    }
  },
});
