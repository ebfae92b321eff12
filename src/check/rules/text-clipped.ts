import { boxOf, positionAt } from '../positions.ts';
import type { SlideState } from '../deck-facts.ts';
import { defineRule, type Rule } from '../rule.ts';

export const textClipped: Rule = defineRule({
  id: 'text-clipped',
  severity: 'error',
  about: 'text cut off by its box',
  options: {},
  check({ deck, pages }, report) {
    // What is filled into a footer is as long as it is.
    const isOwn = !/\{(?:title|section)\}/.test(deck.meta.footer);
    const footer = isOwn && pages.find(({ texts }) => texts.some(isCutFooter));
    if (footer) {
      const place = deck.meta.positions.get('footer');
      const cut = footer.texts.filter(isCutFooter);
      const reason = `Footer is cut off: “${cut.map(({ words }) => words).join(' ')}”; make it shorter`;
      const boxes = cut.map(({ area }) => boxOf(area));
      report(reason, { slide: footer.slide, place, boxes, severity: 'warning', kind: 'footer' });
    }
    for (const { slide, step, texts, fit } of pages) {
      // The rule “overflow” reports the slide as a whole.
      if (fit.overflows) continue;
      for (const { fault, at, area, words, part } of texts) {
        if (fault !== 'clipped' || part === 'footer') continue;
        const advice = part === 'code' ? 'break the line' : 'make it shorter, or its box larger';
        report(`Text is cut off by its box: “${words}”; ${advice}`, {
          slide,
          step,
          place: positionAt(at),
          boxes: [boxOf(area)],
        });
      }
    }
  },
});

function isCutFooter({ fault, part }: SlideState['texts'][number]): boolean {
  return fault === 'clipped' && part === 'footer';
}
