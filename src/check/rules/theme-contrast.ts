import { declarationFor } from '../positions.ts';
import { defineRule, type Rule } from '../rule.ts';
import type { NamedColour, ThemeFacts, ThemeText } from '../theme-facts.ts';

/**
 * Returns the contrast that a text needs. WCAG 2.2, 1.4.3: large is from 24 px, or 18.66 px where it is bold.
 * https://www.w3.org/TR/WCAG22/#contrast-minimum
 */
export function neededContrast({ size, bold }: Pick<ThemeText, 'size' | 'bold'>): number {
  return size >= 24 || (bold && size >= 18.66) ? 3 : 4.5;
}

/** Every pair of colours that text and its background have somewhere has to differ enough, in every tone. */
export const themeContrast: Rule<ThemeFacts> = defineRule({
  id: 'theme-contrast',
  severity: 'warning',
  about: 'insufficient contrast between text and background',
  options: {},
  check({ declarations, slides, measured }, report) {
    const reported = new Set<string>();
    for (const [tone, { texts }] of measured) {
      for (const text of texts) {
        const { colour, background, contrast, slide } = text;
        const needed = neededContrast(text);
        const key = `${colour.hex} ${background.hex}`;
        if (contrast >= needed || reported.has(key)) continue;
        reported.add(key);
        const where = `${text.element} on “${slides[slide]?.title || slides[slide]?.settings.layout}”`;
        const inTone = tone ? ` in the tone “${tone}”` : '';
        const reason = `Text of ${named(colour)} on ${named(background)} has a contrast of ${contrast.toFixed(1)}:1${inTone} (${where}), expected at least ${needed}:1; make one of them lighter or darker`;
        report(reason, { place: declarationFor(declarations, colour.token, tone), kind: reason });
      }
    }
  },
});

function named({ hex, token }: NamedColour): string {
  return token ? `${token} (${hex})` : hex;
}
