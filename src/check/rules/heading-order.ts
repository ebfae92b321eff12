import { elementsOf, isHeading } from '../said.ts';
import { offsetOf, placeOf } from '../places.ts';
import { rule, type Fix, type Rule } from '../rule.ts';

export const headingOrder: Rule = rule({
  id: 'heading-order',
  severity: 'warning',
  about: 'a heading that skips a level',
  options: {},
  check({ deck: { slides } }, tell) {
    for (const slide of slides) {
      let above: number | undefined;
      for (const heading of elementsOf(slide, isHeading)) {
        const level = Number(heading.tagName.charAt(1));
        const place = placeOf(heading);
        if (above !== undefined && level > above + 1) {
          const right = above + 1;
          const fix = place && raised(String(slide.file.value), place.start, { level, right });
          const reason = `Heading of level ${level} below one of level ${above}, expected level ${right}: ${'#'.repeat(right)}`;
          tell(reason, { slide, place, ...(fix && { fix }) });
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
