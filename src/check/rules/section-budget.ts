import { shownDuration } from '../../model/duration.ts';
import { defineRule, type Rule } from '../rule.ts';

export const sectionBudget: Rule = defineRule({
  id: 'section-budget',
  severity: 'warning',
  about: 'slide times that do not add up to the length of the talk',
  options: { tolerance: 0.1 },
  check({ deck: { slides, meta }, file }, report, { tolerance }) {
    const { duration, positions } = meta;
    if (duration === undefined) return;
    const planned = slides.filter(({ settings }) => settings.duration !== undefined);
    const sum = planned.reduce((seconds, { settings }) => seconds + (settings.duration ?? 0), 0);
    const all = planned.length === slides.length;
    const place = positions.get('duration');
    if (sum > duration * (1 + tolerance)) {
      const sections = sectionSums(planned);
      const reason = `Slides are planned for ${shownDuration(sum)}${sections}, but the talk has ${shownDuration(duration)}; shorten some, or give the talk more time`;
      report(reason, { file, place });
    } else if (all && slides.length > 0 && sum < duration * (1 - tolerance)) {
      const reason = `Slides are planned for ${shownDuration(sum)}, but the talk has ${shownDuration(duration)}; lengthen some, or give the talk less time`;
      report(reason, { file, place });
    }
  },
});

function sectionSums(planned: readonly { section: string; settings: { duration: number | undefined } }[]): string {
  const sums = new Map<string, number>();
  for (const { section, settings } of planned) sums.set(section, (sums.get(section) ?? 0) + (settings.duration ?? 0));
  sums.delete('');
  if (sums.size < 2) return '';
  return ` (${[...sums].map(([section, sum]) => `${section} ${shownDuration(sum)}`).join(', ')})`;
}
