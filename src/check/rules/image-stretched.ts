import { boxOf, positionAt } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';

export const imageStretched: Rule = defineRule({
  id: 'image-stretched',
  severity: 'warning',
  about: 'a distorted image',
  options: { tolerance: 0.03 },
  check({ pages }, report, { tolerance }) {
    for (const { slide, last, pictures } of pages) {
      for (const { at, stretched, area } of pictures) {
        if (!last || Math.abs(stretched - 1) <= tolerance) continue;
        const much =
          stretched > 1
            ? `${percent(stretched)} too wide for its height`
            : `${percent(1 / stretched)} too tall for its width`;
        const reason = `Image is ${much}; set only its width or only its height`;
        report(reason, { slide, place: positionAt(at), boxes: [boxOf(area)] });
      }
    }
  },
});

function percent(factor: number): string {
  return `${Math.round((factor - 1) * 100)} %`;
}
