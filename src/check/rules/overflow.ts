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
      const isWide = wide > tall;
      const much = isWide ? `${wide} px too wide` : `${tall} px too tall`;
      const scaled = `Content is ${much} and was scaled to ${fit.factor.toFixed(2)} of its size`;
      const { fit: mayFit, paginate } = slide.settings;
      const place = placeAt(at);
      if (fit.overflows) {
        const split = paginate
          ? 'a part of it cannot be split; shorten it'
          : 'split the slide, or write {paginate} behind its heading';
        const reason = `Content is ${much} and does not fit even at ${FIT_FLOOR} of its size; ${isWide ? 'make it narrower' : split}`;
        tell(reason, { slide, place, severity: 'error' });
      } else if (!mayFit && !paginate) {
        const remedy = isWide ? 'make it narrower, or write' : 'shorten or split the slide, or write {paginate} or';
        tell(`${scaled}; ${remedy} {fit} behind its heading`, { slide, place });
      } else if (fit.factor < legible) {
        const remedy = isWide ? 'make it narrower' : 'shorten or split the slide';
        tell(`${scaled}, which is less than can be read (${legible}); ${remedy}`, { slide, place });
      }
    }
  },
});
