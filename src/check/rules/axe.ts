import { boxOf, positionAt } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';

export const axe: Rule = defineRule({
  id: 'axe',
  severity: 'warning',
  about: 'accessibility problems found by axe-core',
  options: {},
  check({ axe: faults }, report) {
    for (const { page, at, area, help, id, impact } of faults) {
      const reason = `${help} (axe-core: ${id}, ${impact})`;
      const [x, y, width, height] = area.map(Math.round) as [number, number, number, number];
      const severity = impact === 'minor' || impact === 'moderate' ? { severity: 'info' as const } : {};
      report(reason, {
        slide: page.slide,
        place: positionAt(at),
        boxes: [boxOf([x, y, width, height])],
        kind: id,
        ...severity,
      });
    }
  },
});
