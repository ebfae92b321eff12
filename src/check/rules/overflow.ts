import { LEGIBLE } from '../../render/fit-floor.ts';
import { fitVerdict } from '../../render/fit-verdict.ts';
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
      const verdict = fitVerdict(slide, { ...fit, wide: isWide }, { legible, much });
      if (verdict) tell(verdict.reason, { slide, place: placeAt(at), severity: verdict.severity });
    }
  },
});
