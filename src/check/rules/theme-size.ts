import { declarationFor } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';
import type { ThemeFacts, ThemeText } from '../theme-facts.ts';

export const themeSize: Rule<ThemeFacts> = defineRule({
  id: 'theme-size',
  severity: 'warning',
  about: 'text that is too small for the last row and for a handout with six slides a page',
  /**
   * Sizes in px on a slide of 1280 × 720. Six slides on a page of A4 are 90 mm wide each, so that 1 px is 0.2 pt: running
   * text of 25 px has 5 pt there, small print of 15 px has 3 pt. On a wall seen from six times its height away, capitals of
   * 15 px are 8 minutes of arc high; the eye needs 5 (20/20).
   */
  options: { text: 25, small: 15 },
  check({ declarations, slides, measured }, report, { text, small }) {
    const { texts = [], fits = [] } = measured.get(undefined) ?? {};
    // Where a slide was too full, its sizes say nothing of the theme.
    const whole = texts.filter(({ slide }) => (fits[slide]?.factor ?? 1) === 1);
    const running = whole.filter(({ part, element }) => part === 'text' && ['p', 'li'].includes(element));
    reportSmallest(running, text, '--r-main-font-size');
    reportSmallest(whole, small, '--deck-small-size');

    function reportSmallest(among: ThemeText[], least: number, token: string): void {
      const below = among.filter(({ size }) => size < least - 0.05).toSorted((one, other) => one.size - other.size);
      const [worst] = below;
      if (!worst) return;
      const layout = slides[worst.slide]?.settings.layout ?? 'default';
      const others = below.length > 1 ? ' and others' : '';
      const reason = `Text of ${worst.size.toFixed(1)} px (${worst.element}, layout “${layout}”${others}) is too small for the last row and for a handout, expected at least ${least} px on a slide of 1280 × 720`;
      report(reason, { place: declarationFor(declarations, token, undefined), kind: token });
    }
  },
});
