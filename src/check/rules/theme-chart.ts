import { mostAlike } from '../colour-vision.ts';
import { declarationFor } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';
import type { ThemeFacts } from '../theme-facts.ts';

/** Four times what is just noticeable side by side: bars are apart from their legend. */
const APART = 0.08;

/** Chart series that differ only by colour have to differ for people with colour blindness as well. */
export const themeChart: Rule<ThemeFacts> = defineRule({
  id: 'theme-chart',
  severity: 'warning',
  about: 'series of charts that look alike',
  options: {},
  check({ declarations, measured }, report) {
    const reported = new Set<string>();
    for (const [tone, { charts }] of measured) {
      const alike = mostAlike(charts);
      if (!alike || alike.distance >= APART) continue;
      const { pair, vision } = alike;
      const [one, other] = pair.map((place) => `--deck-chart-${place} (${charts[place - 1]})`);
      if (reported.has(`${one} ${other}`)) continue;
      reported.add(`${one} ${other}`);
      const eyes = vision === 'anyone' ? '' : `, with ${vision}`;
      const inTone = tone ? ` in the tone “${tone}”` : '';
      const reason = `Series of charts in ${one} and ${other} look alike${eyes}${inTone}; make one of them lighter or darker`;
      const place = declarationFor(declarations, `--deck-chart-${pair[1]}`, tone);
      report(reason, { place, kind: reason });
    }
  },
});
