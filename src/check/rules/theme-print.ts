import { placeOf } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';
import type { ThemeFacts } from '../theme-facts.ts';

const PIXELS = /^(?:box-shadow|text-shadow|filter|backdrop-filter|mix-blend-mode|background-blend-mode)$/i;
const NOTHING = /^(?:none|normal|initial|unset|inherit)/i;

/** What the browser turns into pixels when it prints is slow and coarse on paper. */
export const themePrint: Rule<ThemeFacts> = defineRule({
  id: 'theme-print',
  severity: 'warning',
  about: 'styles that become pixels in print',
  options: {},
  check({ declarations }, report) {
    for (const declaration of declarations) {
      const { name, value } = declaration;
      if (!PIXELS.test(name) || NOTHING.test(value)) continue;
      const reason = `Unexpected “${name}”: on paper it becomes pixels, slow and coarse; use borders and grounds instead`;
      report(reason, { place: placeOf(declaration) });
    }
  },
});
