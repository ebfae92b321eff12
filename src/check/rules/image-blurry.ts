import { boxOf, positionAt } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';

export const imageBlurry: Rule = defineRule({
  id: 'image-blurry',
  severity: 'warning',
  about: 'an image enlarged beyond its resolution',
  options: { most: 1.2 },
  check({ pages }, report, { most }) {
    for (const { slide, last, pictures } of pages) {
      for (const { at, enlarged, area } of pictures) {
        if (!last || enlarged <= most) continue;
        const reason = `Image is enlarged ${enlarged.toFixed(1)} times and looks blurred (${area[2]} × ${area[3]} px); use a larger file, or show it smaller with {width=…}`;
        report(reason, { slide, place: positionAt(at), boxes: [boxOf(area)] });
      }
    }
  },
});
