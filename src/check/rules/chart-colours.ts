import { mostAlike } from '../colour-vision.ts';
import { boxOf, positionAt } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';

export const chartColours: Rule = defineRule({
  id: 'chart-colours',
  severity: 'warning',
  about: 'chart series whose colours look alike to some people',
  // In OKLab, where 0.02 is just noticeable side by side: a line stands apart from its legend.
  options: { distance: 0.08 },
  check({ pages }, report, { distance }) {
    for (const { slide, last, charts } of pages) {
      for (const { at, series, area } of charts) {
        const alike = last ? mostAlike(series) : undefined;
        if (!alike || alike.distance >= distance) continue;
        const { pair, vision } = alike;
        const [one, other] = pair.map((place) => `series ${place} (${series[place - 1]})`);
        const who = vision === 'anyone' ? 'Nobody can' : `People with ${vision} cannot`;
        const reason = `${who} tell ${one} from ${other} by their colours; show fewer series, or split the chart`;
        report(reason, { slide, place: positionAt(at), boxes: [boxOf(area)] });
      }
    }
  },
});
