import { toString } from 'hast-util-to-string';
import { shownDuration } from '../../model/duration.ts';
import { defineRule, type Rule } from '../rule.ts';

export const speakingTime: Rule = defineRule({
  id: 'speaking-time',
  severity: 'warning',
  about: 'notes that take longer than the talk',
  // Speakers in front of an audience say 120 to 150 words a minute.
  options: { words: 130, tolerance: 0.15 },
  check({ deck: { slides, meta }, file }, report, { words: perMinute, tolerance }) {
    const { duration, lang, positions } = meta;
    if (duration === undefined) return;
    const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
    const lengths = slides.map(({ notes, settings }) => {
      const text = notes.map((node) => toString(node)).join(' ');
      const count = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length;
      return { count, seconds: (count / perMinute) * 60, planned: settings.duration };
    });
    const total = lengths.reduce((sum, { seconds }) => sum + seconds, 0);
    if (total > duration * (1 + tolerance)) {
      const reason = `Speaker notes take about ${shownDuration(total)} to say (${perMinute} words per minute), but the talk has ${shownDuration(duration)}; shorten them, or give the talk more time`;
      report(reason, { file, place: positions.get('duration') });
    }
    lengths.forEach(({ seconds, planned }, index) => {
      if (planned === undefined || seconds <= planned * (1 + tolerance) + 10) return;
      const reason = `Speaker notes of this slide take about ${shownDuration(seconds)} to say (${perMinute} words per minute), but the slide has ${shownDuration(planned)}; shorten them, or give it more time`;
      report(reason, { slide: slides[index] });
    });
  },
});
