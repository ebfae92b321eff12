import { rule, type Rule } from '../rule.ts';

export const headingRepeated: Rule = rule({
  id: 'heading-repeated',
  severity: 'info',
  about: 'two slides with the same heading',
  options: {},
  check({ deck: { slides } }, tell) {
    const seen = new Map<string, number>();
    slides.forEach((slide, index) => {
      // Slides that turn into each other are one to who sees them.
      const key = `${slide.section} / ${slide.title}`;
      const before = seen.get(key);
      if (!slide.title || slide.settings.autoAnimate) return;
      if (before === undefined) seen.set(key, index);
      else tell(`Heading “${slide.title}” is also that of slide ${before + 1}; say what is different`, { slide });
    });
  },
});
