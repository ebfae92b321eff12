import { placeOf } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';
import type { ThemeFacts } from '../theme-facts.ts';

const PIXELS = /^(?:box-shadow|text-shadow|filter|backdrop-filter|mix-blend-mode|background-blend-mode)$/i;
const NOTHING = /^(?:none|normal|initial|unset|inherit)/i;

/** The browser prints some styles as pixels, slow and coarse on paper. */
export const themePrint: Rule<ThemeFacts> = defineRule({
  id: 'theme-print',
  severity: 'warning',
  about: 'styles that are printed as pixels',
  options: {},
  check({ declarations }, report) {
    for (const declaration of declarations) {
      const { name, value } = declaration;
      if (!PIXELS.test(name) || NOTHING.test(value)) continue;
      const reason = `“${name}” is printed as pixels, slow and coarse; use borders and backgrounds instead`;
      report(reason, { place: placeOf(declaration) });
    }
  },
});
