import { boxOf, positionAt } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';

export const contrast: Rule = defineRule({
  id: 'contrast',
  severity: 'warning',
  about: 'insufficient contrast between text and background',
  // WCAG 2.2, 1.4.3: large is from 24 px, or 18.66 px where it is bold. https://www.w3.org/TR/WCAG22/#contrast-minimum
  options: { text: 4.5, large: 3 },
  check({ pages }, report, { text: small, large }) {
    for (const { slide, step, last, texts } of pages) {
      const alike = new Map<string, (typeof texts)[number][]>();
      for (const text of texts) {
        const isLarge = text.size >= 24 || (text.bold && text.size >= 18.66);
        // Until the last step, lines of code that are not highlighted are dim.
        const asked = text.fault !== 'hidden' && (last || text.part !== 'code');
        if (!asked || text.contrast >= (isLarge ? large : small)) continue;
        const key = `${text.colour} ${text.uneven ? text.at : text.background}`;
        alike.set(key, [...(alike.get(key) ?? []), text]);
      }
      for (const [kind, same] of alike) {
        const [worst] = same.toSorted((one, other) => one.contrast - other.contrast);
        if (!worst) continue;
        const { at, words, size, bold, colour, background, uneven, contrast: its } = worst;
        const needed = size >= 24 || (bold && size >= 18.66) ? large : small;
        const others = same.length > 1 ? ` and ${same.length - 1} more` : '';
        const where = uneven ? `the image or gradient behind it (${background} where it is worst)` : background;
        const advice = uneven
          ? 'put a calmer background behind it, or lower background-opacity'
          : 'make one of them lighter or darker';
        const reason = `Text of ${colour} on ${where} has a contrast of ${ratio(its, needed)}:1, expected at least ${needed}:1: “${words}”${others}; ${advice}`;
        report(reason, { slide, step, place: positionAt(at), boxes: same.map(({ area }) => boxOf(area)), kind });
      }
    }
  },
});

/** Returns a ratio with one decimal, and with two where one would round it up to what is needed. */
function ratio(value: number, needed: number): string {
  const short = value.toFixed(1);
  return Number(short) < needed ? short : (Math.floor(value * 100) / 100).toFixed(2);
}
