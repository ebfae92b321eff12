import { warnAt } from '../warn-at.ts';
import type { ThemeRule } from '../theme-facts.ts';

const PIXELS = /^(?:box-shadow|text-shadow|filter|backdrop-filter|mix-blend-mode|background-blend-mode)$/i;
const NOTHING = /^(?:none|normal|initial|unset|inherit)/i;

/** What the browser turns into pixels when it prints is slow and coarse on paper. */
export const themePrint: ThemeRule = ({ file, declarations }) => {
  for (const { name, value, line, column } of declarations) {
    if (!PIXELS.test(name) || NOTHING.test(value)) continue;
    const reason = `Unexpected “${name}”: on paper it becomes pixels, slow and coarse; use borders and grounds instead`;
    warnAt(file, reason, { place: { line, column }, ruleId: 'theme-print' });
  }
};
