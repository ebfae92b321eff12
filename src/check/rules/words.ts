import { countWords } from '../slide-text.ts';
import { defineRule, type Rule } from '../rule.ts';

export const words: Rule = defineRule({
  id: 'words',
  severity: 'info',
  about: 'more words than an audience reads while it listens',
  options: { most: 90 },
  check({ deck: { slides, meta } }, report, { most }) {
    for (const slide of slides) {
      const count = countWords(slide, slide.settings.lang ?? meta.lang);
      if (count <= most) continue;
      report(`Slide has ${count} words, expected at most ${most}; say some of them, and put them into the notes`, {
        slide,
      });
    }
  },
});
