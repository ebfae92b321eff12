import { LAYOUTS } from '../../model/layouts.ts';
import { defineRule, type Rule } from '../rule.ts';

/** An author of notes for most slides wants them for all. */
export const notesMissing: Rule = defineRule({
  id: 'notes-missing',
  severity: 'info',
  about: 'a slide without notes, where most others have some',
  options: { share: 0.7 },
  check({ deck: { slides } }, report, { share }) {
    const asked = slides.filter(({ settings, continued }) => !continued && !LAYOUTS[settings.layout].withoutNotes);
    const without = asked.filter(({ notes }) => notes.length === 0);
    if (asked.length - without.length < asked.length * share) return;
    for (const slide of without)
      report('Slide has no speaker notes, but most others do; add some with :::notes', { slide });
  },
});
