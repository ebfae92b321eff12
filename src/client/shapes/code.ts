import { common, paddingOf, UNPAINTED } from './common.ts';
import type { Measured, Paragraph } from './measured.ts';
import type { Page } from './page.ts';
import { paintOf } from './paint.ts';
import { paragraphOf } from './paragraphs.ts';

/** Measures a block of code as one paragraph; its lines are line breaks. */
export function codeBlock(page: Page, element: Element): Measured[] {
  const style = getComputedStyle(element);
  const paragraph = paragraphOf(page, element, [...element.childNodes]);
  const paragraphs: Paragraph[] = paragraph ? [paragraph] : [];
  return [
    {
      ...common(page, element, style),
      kind: 'code',
      paint: paintOf(page, element, style) ?? UNPAINTED,
      paragraphs,
      padding: paddingOf(page, element, style),
    },
  ];
}
