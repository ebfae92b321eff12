import { handoutGrid, noteLengths } from '../../render/handout-grid.ts';
import { boxOf, positionAt } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';

/** Points in a millimetre. */
const POINTS = 72 / 25.4;

/** Only where a deck says what its handout is. */
export const handoutSize: Rule = defineRule({
  id: 'handout-size',
  severity: 'warning',
  about: 'text that is too small on the handout',
  options: { points: 4 },
  check({ deck: { meta, slides }, pages }, report, { points }) {
    if (!meta.positions.has('handout')) return;
    const content = { size: meta.size, noteLengths: noteLengths(slides) };
    const { slideWidth, columns, rows } = handoutGrid(meta.handout, content);
    const perPx = (slideWidth * POINTS) / (meta.size.width * (720 / meta.size.height));
    for (const { slide, texts, last, output } of pages) {
      if (!last || output === 'pdf') continue;
      const small = texts
        .filter(({ part, size }) => ['text', 'quote', 'code', 'heading'].includes(part) && size * perPx < points - 0.05)
        .toSorted((one, other) => one.size - other.size);
      const [worst] = small;
      if (!worst) continue;
      const size = (worst.size * perPx).toFixed(1);
      const reason = `Text has ${size} pt on the handout (${columns * rows} slides per page), expected at least ${points} pt: “${worst.words}”; put fewer slides on a page, or make it larger`;
      report(reason, { slide, place: positionAt(worst.at), boxes: small.map(({ area }) => boxOf(area)) });
    }
  },
});
