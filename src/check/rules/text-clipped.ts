import { boxOf, placeAt } from '../places.ts';
import { rule, type Rule } from '../rule.ts';

export const textClipped: Rule = rule({
  id: 'text-clipped',
  severity: 'error',
  about: 'text that its box cuts off',
  options: {},
  check({ pages }, tell) {
    for (const { slide, step, texts, fit } of pages) {
      // That is said of the slide as a whole.
      if (fit.overflows) continue;
      for (const { fault, at, area, words, part } of texts) {
        if (fault !== 'clipped') continue;
        const advice = part === 'code' ? 'break the line' : 'make it shorter, or its box larger';
        tell(`Text is cut off by its box: “${words}”; ${advice}`, {
          slide,
          step,
          place: placeAt(at),
          boxes: [boxOf(area)],
        });
      }
    }
  },
});
