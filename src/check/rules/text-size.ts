import { boxOf, positionAt } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';

/** Height of capitals, as a share of the size of letters. */
const CAPITALS = 0.7;

/**
 * The last row is six heights of the image away, by the rule of thumb for rooms in which text is read (4, 6 and 8
 * heights for detail, reading and watching). The eye tells strokes apart that are 1 minute of arc wide, so it needs 5
 * for a letter (20/20); reading with ease takes twice that.
 */
export const textSize: Rule = defineRule({
  id: 'text-size',
  severity: 'warning',
  about: 'text that is too small for the last row',
  options: { distance: 6, minutes: 10, small: 7.5 },
  check({ pages }, report, { distance, minutes, small }) {
    const least = (arc: number): number => (720 * distance * Math.tan((arc / 60) * (Math.PI / 180))) / CAPITALS;
    for (const { slide, step, texts, fit } of pages) {
      // The report of a slide that is too full explains its small text.
      if (fit.overflows || (fit.factor < 1 && !slide.settings.fit && !slide.settings.paginate)) continue;
      const read = texts.filter(({ part }) => part !== 'drawing');
      for (const [needed, own] of [
        [least(minutes), read.filter(({ part }) => part !== 'footer' && part !== 'small')],
        [least(small), read.filter(({ part }) => part === 'footer' || part === 'small')],
      ] as const) {
        const tooSmall = own.filter(({ size }) => size < needed - 0.5).toSorted((one, other) => one.size - other.size);
        const [worst] = tooSmall;
        if (!worst) continue;
        const why = fit.factor < 1 ? ` (scaled to ${fit.factor.toFixed(2)})` : '';
        const others = tooSmall.length > 1 ? ` and ${tooSmall.length - 1} more` : '';
        const reason = `Text of ${worst.size.toFixed(0)} px${why} is too small for a viewer ${distance} screen heights away, expected at least ${needed.toFixed(0)} px on a slide 720 px high: “${worst.words}”${others}; make it larger, or remove some content`;
        const boxes = tooSmall.map(({ area }) => boxOf(area));
        report(reason, { slide, step, place: positionAt(worst.at), boxes, kind: needed.toFixed(0) });
      }
    }
  },
});
