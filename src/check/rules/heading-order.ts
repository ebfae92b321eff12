import { isHeading } from '../../html/elements.ts';
import { elementsOf } from '../slide-text.ts';
import { offsetOf, positionOf } from '../positions.ts';
import { defineRule, type Fix, type Rule } from '../rule.ts';

export const headingOrder: Rule = defineRule({
  id: 'heading-order',
  severity: 'warning',
  about: 'a heading that skips a level',
  options: {},
  check({ deck: { slides, meta } }, report) {
    // Headings up to this depth start slides, so that nothing below a slide's title can have them.
    const starts = meta.split === 'rules' ? 0 : meta.split;
    for (const slide of slides) {
      let above: number | undefined;
      for (const heading of elementsOf(slide, isHeading)) {
        const level = Number(heading.tagName.charAt(1));
        const place = positionOf(heading);
        const right = Math.max(above ?? 0, starts) + 1;
        if (above !== undefined && level > right) {
          const fix = place && raised(String(slide.file.value), place.start, { level, right });
          const reason = `Heading of level ${level} below one of level ${above}, expected level ${right}: ${'#'.repeat(right)}`;
          report(reason, { slide, place, ...(fix && { fix }) });
        }
        above = level;
      }
    }
  },
});

function raised(
  text: string,
  at: { line: number; column: number },
  { level, right }: { level: number; right: number },
): Fix | undefined {
  const start = offsetOf(text, at);
  const marks = '#'.repeat(level);
  if (start === undefined || text.slice(start, start + level + 1).trimEnd() !== marks) return undefined;
  return { start, end: start + level, text: '#'.repeat(right) };
}
