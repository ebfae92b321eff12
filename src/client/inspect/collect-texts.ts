import type { Colour, Colours } from './colours.ts';
import type { Part } from './part-of.ts';
import type { PageTools } from './page-tools.ts';
import type { Area, SlideView } from './slide-view.ts';
import type { TextFault } from './text-faults.ts';

/** A text of a slide as it is seen. */
export interface SeenText {
  /** `line:column` of the element it stands in, or of the nearest around it that has one; else empty. */
  at: string;
  words: string;
  /** The characters in it, each once. */
  characters: string;
  /** CSS `font-family`. */
  family: string;
  part: Part;
  /** As it is shown, in px of a slide that is 720 px high. */
  size: number;
  bold: boolean;
  /** `#rrggbb`, as it is seen on its ground. */
  colour: string;
  ground: string;
  contrast: number;
  /** The ground is not of one colour: only its pixels tell. */
  uneven: boolean;
  fault: TextFault | 'hidden' | 'overlapping' | undefined;
  /** What is in the way. */
  by: string;
  /** Words on the last line of a heading that has several; else empty. */
  lastLine: string;
  area: Area;
}

/** Reads off every text of a static slide how it looks. */
export function collectTexts(view: SlideView, colours: Colours, tools: PageTools): SeenText[] {
  const { slide, unit } = view;
  const SKIPPED = 'svg, math, style, [hidden], .sr-only, .katex';
  const grounds = tools.slideBackgrounds(slide, colours);
  const painters = tools.painters(slide);
  const faultOf = tools.textFaults(slide);
  const look = (node: Node, element: Element, words: string, boxes: DOMRect[]): SeenText => {
    const style = getComputedStyle(element);
    const size = Number.parseFloat(style.fontSize) * (element.currentCSSZoom / slide.currentCSSZoom) * view.zoom;
    const read = tools.faded(element, colours);
    const [ground, contrast] = grounds(element, boxes)
      .map((behind): [Colour, number] => [behind, colours.contrast(colours.over(read, behind), behind)])
      .toSorted((one, other) => one[1] - other[1])[0] ?? [read, 1];
    const line = element.closest('.slide-footer-text');
    const fault = line && line.scrollWidth > line.clientWidth + 1 ? 'clipped' : faultOf(element, boxes, size);
    const met = tools.metPainters(painters, element, boxes);
    const hider = fault ? '' : tools.hiddenBy(element, boxes, met);
    return {
      at: view.placeOf(element),
      words: words.replace(/\s+/g, ' ').slice(0, 60),
      characters: [...new Set(words)].join(''),
      family: style.fontFamily,
      part: tools.partOf(element),
      size: size / unit,
      bold: Number(style.fontWeight) >= 700,
      colour: colours.hex(colours.over(read, ground)),
      ground: colours.hex(ground),
      contrast,
      uneven: tools.unevenBackground(slide, element, met),
      fault: fault ?? (hider ? 'hidden' : undefined),
      by: hider,
      lastLine: tools.lastLine(node, boxes),
      area: view.areaOf(boxes),
    };
  };
  const found: SeenText[] = [];
  const placed: { element: Element; boxes: DOMRect[] }[] = [];
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.nodeValue?.trim() ?? '';
    const element = node.parentElement;
    if (!words || !element || element.closest(SKIPPED) || !view.visible(element)) continue;
    const boxes = tools.textBoxes(node, element);
    if (boxes.length === 0) continue;
    found.push(look(node, element, words, boxes));
    placed.push({ element, boxes });
  }
  tools.overlaps(placed).forEach((other, index) => {
    const text = found[index];
    const over = other === undefined ? undefined : found[other];
    if (text && over && !text.fault) Object.assign(text, { fault: 'overlapping', by: over.words });
  });
  // The letters of a formula look like the text around it; where it stands is its own.
  for (const formula of slide.querySelectorAll('.katex')) {
    const box = formula.getBoundingClientRect();
    if (box.width < 1 || !view.visible(formula)) continue;
    const words = formula.querySelector('annotation')?.textContent ?? formula.textContent ?? '';
    found.push({ ...look(formula, formula, words.trim(), [box]), characters: '', lastLine: '' });
  }
  return found;
}
