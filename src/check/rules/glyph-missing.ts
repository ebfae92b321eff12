import { boxOf, placeAt } from '../places.ts';
import { rule, type Rule } from '../rule.ts';

export const glyphMissing: Rule = rule({
  id: 'glyph-missing',
  severity: 'warning',
  about: 'characters that the fonts in the deck lack',
  options: {},
  check({ pages, lacking }, tell) {
    for (const { slide, last, texts } of pages) {
      const found = last
        ? texts.map(({ at, area, family, characters }) => ({ at, area, missing: lacking(family, characters) }))
        : [];
      const faulty = found.filter(({ missing }) => missing.length > 0);
      const [first] = faulty;
      if (!first) continue;
      const all = [...new Set(faulty.flatMap(({ missing }) => missing))];
      const shown = all.slice(0, 5).map((sign) => `${sign} (${name(sign)})`);
      const more = all.length > 5 ? ` and ${all.length - 5} more` : '';
      const reason = `The fonts in the deck lack ${shown.join(', ')}${more}: other computers may show a box instead; add a font that has it with “style”, or write it in another way`;
      tell(reason, { slide, place: placeAt(first.at), boxes: faulty.map(({ area }) => boxOf(area)) });
    }
  },
});

function name(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
