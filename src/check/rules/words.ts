import { countWords } from '../slide-text.ts';
import { defineRule, type Rule } from '../rule.ts';

export const words: Rule = defineRule({
  id: 'words',
  severity: 'info',
  about: 'too many words for an audience that listens',
  options: { most: 90 },
  check({ deck: { slides, meta } }, report, { most }) {
    for (const slide of slides) {
      const count = countWords(slide, slide.settings.lang ?? meta.lang);
      if (count <= most) continue;
      report(`Slide has ${count} words, expected at most ${most}; move some of them to the speaker notes`, {
        slide,
      });
    }
  },
});
