import { lackingReason } from '../../theme/lacking-letters.ts';
import { boxOf, positionAt } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';

export const glyphMissing: Rule = defineRule({
  id: 'glyph-missing',
  severity: 'warning',
  about: 'characters that the fonts in the deck lack',
  options: {},
  check({ deck, pages, lacking }, report) {
    // The fonts belong to the deck, so one message covers all its slides.
    const found = pages.flatMap(({ slide, index, last, texts }) => {
      if (!last || slide.settings.checkOff.includes('glyph-missing')) return [];
      return texts.flatMap(({ at, area, family, characters }) => {
        const letters = lacking(family, characters);
        return letters.length > 0 ? [{ slide, number: index + 1, at, area, letters }] : [];
      });
    });
    const [first] = found;
    if (!first) return;
    const letters = [...new Set(found.flatMap((one) => one.letters))];
    const slides = [...new Set(found.map(({ number }) => number))];
    const reason = lackingReason({ letters, slides, lang: deck.meta.lang });
    const boxes = found.filter(({ slide }) => slide === first.slide).map(({ area }) => boxOf(area));
    report(reason, { slide: first.slide, place: positionAt(first.at), boxes });
  },
});
