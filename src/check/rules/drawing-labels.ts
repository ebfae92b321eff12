import { boxOf, positionAt } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';

export const drawingLabels: Rule = defineRule({
  id: 'drawing-labels',
  severity: 'warning',
  about: 'illegible labels in a chart or diagram',
  options: { least: 16 },
  check({ pages }, report, { least }) {
    for (const { slide, last, texts } of pages) {
      if (!last) continue;
      const labels = texts.filter(({ part }) => part === 'drawing');
      for (const at of new Set(labels.map((label) => label.at))) {
        const own = labels.filter((label) => label.at === at);
        const small = own.filter(({ size }) => size < least - 0.5).toSorted((one, other) => one.size - other.size);
        const [smallest] = small;
        if (smallest) {
          const reason = `Labels of ${smallest.size.toFixed(0)} px are too small, expected at least ${least} px: “${smallest.words}”; draw fewer things, or give the drawing more room`;
          report(reason, { slide, place: positionAt(at), boxes: small.map(({ area }) => boxOf(area)), kind: 'small' });
        }
        const over = own.filter(({ fault }) => fault === 'overlapping');
        const [first] = over;
        if (!first) continue;
        const reason = `Labels overlap: “${first.words}” and “${first.by}”; use shorter ones, or fewer`;
        report(reason, { slide, place: positionAt(at), boxes: over.map(({ area }) => boxOf(area)), kind: 'overlap' });
      }
    }
  },
});
