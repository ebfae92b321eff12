import { themeChart } from './rules/theme-chart.ts';
import { themeContrast } from './rules/theme-contrast.ts';
import { themeLayout } from './rules/theme-layout.ts';
import { themeLicence } from './rules/theme-licence.ts';
import { themePrint } from './rules/theme-print.ts';
import { themeSize } from './rules/theme-size.ts';
import { themeTokens } from './rules/theme-tokens.ts';
import type { Rule } from './rule.ts';
import type { ThemeFacts } from './theme-facts.ts';

/** Every rule for themes, in the order they run. */
export const THEME_RULES: readonly Rule<ThemeFacts>[] = [
  themeTokens,
  themePrint,
  themeLicence,
  themeLayout,
  themeSize,
  themeContrast,
  themeChart,
];
