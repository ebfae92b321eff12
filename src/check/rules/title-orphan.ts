import { boxOf, offsetOf, positionAt } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';

export const titleOrphan: Rule = defineRule({
  id: 'title-orphan',
  severity: 'info',
  about: 'a title with one short word on its last line',
  options: { letters: 6 },
  check({ pages }, report, { letters }) {
    for (const { slide, texts, last } of pages) {
      // Lines of a statement are few and large, and a word of it is meant.
      if (slide.settings.layout === 'statement') continue;
      for (const { lastLine, at, area } of texts) {
        if (!last || !lastLine || /\s/.test(lastLine) || lastLine.length > letters) continue;
        const place = positionAt(at);
        const reason = `“${lastLine}” is alone on the last line of its title; shorten the title, or keep the last two words together with a no-break space`;
        const fix = place && joined(String(slide.file.value), place.start, lastLine);
        report(reason, { slide, place, boxes: [boxOf(area)], ...(fix && { fix }) });
      }
    }
  },
});

/** Returns a fix that puts a non-breaking space before the last word of a heading. */
function joined(text: string, start: { line: number; column: number }, word: string) {
  const from = offsetOf(text, start);
  if (from === undefined) return undefined;
  const end = text.indexOf('\n', from);
  const line = text.slice(from, end === -1 ? undefined : end);
  const at = line.lastIndexOf(` ${word}`);
  return at === -1 ? undefined : { start: from + at, end: from + at + 1, text: '\u00A0' };
}
