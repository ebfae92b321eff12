import { warnAt } from '../warn-at.ts';
import type { ThemeRule } from '../theme-facts.ts';

const PIXELS =
  /(?<![\w-])(?:box-shadow|text-shadow|filter|backdrop-filter|mix-blend-mode|background-blend-mode)\s*:\s*(?!none|normal|initial|unset|inherit)[^;}]+/g;

/** What the browser turns into pixels when it prints is slow and coarse on paper. */
export const themePrint: ThemeRule = ({ file, css }) => {
  for (const { 0: declaration, index } of css.matchAll(PIXELS)) {
    const before = css.slice(0, index).split('\n');
    const property = declaration.split(':', 1)[0]?.trim() ?? '';
    const reason = `Unexpected “${property}”: on paper it becomes pixels, slow and coarse; use borders and grounds instead`;
    const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    warnAt(file, reason, { place, ruleId: 'theme-print' });
  }
};
