import type { Colours } from './colours.ts';
import type { TextFacts } from './collect-texts.ts';
import { elementName } from './part-of.ts';
import type { SlideView } from './slide-view.ts';

/**
 * Collects the texts of a drawing with what they look like.
 *
 * @param at - its place in the source.
 */
export function drawnTexts(drawing: Element, at: string, view: SlideView, colours: Colours): TextFacts[] {
  const seen: { text: TextFacts; box: DOMRect }[] = [];
  for (const element of drawing.querySelectorAll('text, foreignObject')) {
    const words = element.textContent?.trim() ?? '';
    const box = element.getBoundingClientRect();
    if (!words || box.width < 1 || !view.visible(element)) continue;
    const inner = element.localName === 'text' ? element : (element.querySelector('p, span') ?? element);
    const style = getComputedStyle(inner);
    const matrix = (element as SVGGraphicsElement).getScreenCTM();
    const scale = matrix ? Math.hypot(matrix.c, matrix.d) : 1;
    const colour = colours.read(element.localName === 'text' ? style.fill : style.color);
    const other = seen.find(({ box: its }) => meets(box, its));
    const text: TextFacts = {
      at,
      words: words.replace(/\s+/g, ' ').slice(0, 60),
      characters: [...new Set(words)].join(''),
      family: style.fontFamily,
      part: 'drawing',
      element: elementName(element),
      size: (Number.parseFloat(style.fontSize) * scale) / view.unit,
      bold: Number(style.fontWeight) >= 700,
      colour: colours.hex(colour),
      background: '',
      contrast: 21,
      uneven: false,
      fault: other ? 'overlapping' : reachesOut(box) ? 'outside' : undefined,
      by: other?.text.words ?? '',
      lastLine: '',
      area: view.areaOf([box]),
    };
    seen.push({ text, box });
  }
  return seen.map(({ text }) => text);

  function reachesOut(box: DOMRect): boolean {
    const { left, top, right, bottom } = view.frame;
    return box.left < left - 1 || box.right > right + 1 || box.top < top - 1 || box.bottom > bottom + 1;
  }

  function meets(one: DOMRect, other: DOMRect): boolean {
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    // Turned labels have boxes that meet where their letters do not.
    return across > 0.25 * Math.min(one.width, other.width) && down > 0.4 * Math.min(one.height, other.height);
  }
}
