import type { Colour, pageColours } from './colours.ts';
import type { slideBackgrounds } from './backgrounds.ts';
import type { textBoxes } from './text-boxes.ts';
import type { TextFault, textFaults } from './text-faults.ts';
import type { NamedColour, tokenNames } from './token-names.ts';

/** How one text of a slide is written; texts that are written alike are one. */
export interface WrittenText {
  /** Index among the slides measured. */
  slide: number;
  /** The beginning of the text. */
  words: string;
  /** The element it stands in, as in `p.subtitle`. */
  element: string;
  /** In a heading, a quotation, small print, or elsewhere. */
  part: 'heading' | 'quote' | 'small' | 'text';
  colour: NamedColour;
  ground: NamedColour;
  /** WCAG 2 contrast ratio; the lowest where the ground has several colours. */
  contrast: number;
  /** Size as it is shown, in px of a slide of 1280 × 720. */
  size: number;
  bold: boolean;
  fault: TextFault | undefined;
}

export interface MeasuringTools {
  colours: typeof pageColours;
  names: typeof tokenNames;
  boxes: typeof textBoxes;
  grounds: typeof slideBackgrounds;
  faults: typeof textFaults;
}

/**
 * Reads off every text of static slides how it looks. Like everything in this folder it runs inside a page, so it uses
 * nothing but its arguments.
 *
 * @param tokens - names of the theme's colours.
 */
export function measureSlides(
  slides: Iterable<HTMLElement>,
  tokens: readonly string[],
  tools: MeasuringTools,
): WrittenText[] {
  const colours = tools.colours();
  const SKIPPED = 'svg, math, style, [hidden], .sr-only, .katex, .slide-count';
  const partOf = (element: Element): WrittenText['part'] => {
    if (element.closest('h1, h2')) return 'heading';
    if (element.closest('blockquote footer, .footnotes, figcaption, .slide-footer, .byline')) return 'small';
    return element.closest('blockquote') ? 'quote' : 'text';
  };
  const shown = (element: Element | null): element is Element =>
    element !== null && !element.closest(SKIPPED) && element.checkVisibility({ visibilityProperty: true });
  const found: WrittenText[] = [];
  for (const [index, slide] of [...slides].entries()) {
    const frame = slide.getBoundingClientRect();
    const unit = Math.min(frame.width / 1280, frame.height / 720);
    const [grounds, faultOf, nameOf] = [
      tools.grounds(slide, colours),
      tools.faults(slide),
      tools.names(slide, tokens, colours),
    ];
    const seen = new Map<string, WrittenText>();
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.nodeValue?.trim() ?? '';
      const element = node.parentElement;
      if (!words || !shown(element)) continue;
      const boxes = tools.boxes(node, element);
      if (boxes.length === 0) continue;
      const style = getComputedStyle(element);
      const zoom = (element.currentCSSZoom / slide.currentCSSZoom) * (frame.width / slide.offsetWidth);
      const size = Number.parseFloat(style.fontSize) * zoom;
      const read = colours.read(style.color);
      const [ground, contrast] = grounds(element, boxes)
        .map((behind): [Colour, number] => [behind, colours.contrast(colours.over(read, behind), behind)])
        .toSorted((one, other) => one[1] - other[1])[0] ?? [read, 1];
      const className = [...element.classList].find((name) => !name.startsWith('hljs')) ?? element.classList[0];
      const text: WrittenText = {
        slide: index,
        words: words.slice(0, 40),
        element: element.tagName.toLowerCase() + (className ? `.${className}` : ''),
        part: partOf(element),
        colour: nameOf(colours.over(read, ground)),
        ground: nameOf(ground),
        contrast,
        size: size / unit,
        bold: Number(style.fontWeight) >= 700,
        fault: faultOf(element, boxes, size),
      };
      const { slide: _, words: __, contrast: ___, ...kind } = text;
      const key = JSON.stringify(kind);
      if (!seen.has(key)) seen.set(key, text);
    }
    found.push(...seen.values());
  }
  return found;
}
