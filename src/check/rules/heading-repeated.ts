import { defineRule, type Rule } from '../rule.ts';

export const headingRepeated: Rule = defineRule({
  id: 'heading-repeated',
  severity: 'info',
  about: 'two slides with the same heading',
  options: {},
  check({ deck: { slides } }, report) {
    const seen = new Map<string, number>();
    slides.forEach((slide, index) => {
      // A slide that goes on keeps its title, and slides that turn into each other look like one.
      const goesOn = slides[index - 1]?.title === slide.title;
      const key = `${slide.section} / ${slide.title}`;
      const before = seen.get(key);
      if (!slide.title || slide.settings.autoAnimate || goesOn) return;
      if (before === undefined) seen.set(key, index);
      else
        report(`Heading “${slide.title}” repeats that of slide ${before + 1}; give it a heading of its own`, { slide });
    });
  },
});
