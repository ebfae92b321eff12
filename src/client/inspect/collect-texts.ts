import { slideBackgrounds } from './backgrounds.ts';
import type { Colour, Colours } from './colours.ts';
import { faded } from './faded.ts';
import { hiddenBy } from './hidden-by.ts';
import { lastLine } from './last-line.ts';
import { metPainters } from './met-painters.ts';
import { overlaps } from './overlaps.ts';
import { painters } from './painters.ts';
import { elementName, partOf, type Part } from './part-of.ts';
import type { Area, SlideView } from './slide-view.ts';
import { textBoxes } from './text-boxes.ts';
import { textFaults, type TextFault } from './text-faults.ts';
import { unevenBackground } from './uneven-background.ts';

/** A text of a slide as it is seen. */
export interface TextFacts {
  /** `line:column` of the element it is in, or of the nearest around it that has one; else empty. */
  at: string;
  words: string;
  /** The characters in it, each once. */
  characters: string;
  /** CSS `font-family`. */
  family: string;
  part: Part;
  /** The element it is in, as in `p.subtitle`. */
  element: string;
  /** As it is shown, in px of a slide that is 720 px high. */
  size: number;
  bold: boolean;
  /** `#rrggbb`, as it is seen on its background. */
  colour: string;
  background: string;
  contrast: number;
  /** The background is not of one colour: only its pixels tell. */
  uneven: boolean;
  fault: TextFault | 'hidden' | 'overlapping' | undefined;
  /** The element in the way. */
  by: string;
  /** Words on the last line of a heading that has several; else empty. */
  lastLine: string;
  area: Area;
}

type ReadText = (node: Node, element: Element, words: string, boxes: DOMRect[]) => TextFacts;

/** Makes what reads off one text of a slide how it looks. */
function textReader(view: SlideView, colours: Colours): ReadText {
  const { slide, unit } = view;
  const backgrounds = slideBackgrounds(slide, colours);
  const all = painters(slide);
  const faultOf = textFaults(slide);
  return (node, element, words, boxes) => {
    const style = getComputedStyle(element);
    const size = Number.parseFloat(style.fontSize) * (element.currentCSSZoom / slide.currentCSSZoom) * view.zoom;
    const read = faded(element, colours);
    const [background, contrast] = backgrounds(element, boxes)
      .map((behind): [Colour, number] => [behind, colours.contrast(colours.over(read, behind), behind)])
      .toSorted((one, other) => one[1] - other[1])[0] ?? [read, 1];
    const line = element.closest('.slide-footer-text');
    const fault = line && line.scrollWidth > line.clientWidth + 1 ? 'clipped' : faultOf(element, boxes, size);
    const met = metPainters(all, element, boxes);
    const hider = fault ? '' : hiddenBy(element, boxes, met);
    return {
      at: view.placeOf(element),
      words: words.replace(/\s+/g, ' ').slice(0, 60),
      characters: [...new Set(words)].join(''),
      family: style.fontFamily,
      part: partOf(element),
      element: elementName(element),
      size: size / unit,
      bold: Number(style.fontWeight) >= 700,
      colour: colours.hex(colours.over(read, background)),
      background: colours.hex(background),
      contrast,
      uneven: unevenBackground(slide, element, met),
      fault: fault ?? (hider ? 'hidden' : undefined),
      by: hider,
      lastLine: lastLine(node, boxes),
      area: view.areaOf(boxes),
    };
  };
}

/** Collects every text of a static slide with what it looks like. */
export function collectTexts(view: SlideView, colours: Colours): TextFacts[] {
  const { slide } = view;
  const SKIPPED = 'svg, math, style, [hidden], .sr-only, .katex';
  const look = textReader(view, colours);
  const found: TextFacts[] = [];
  const placed: { element: Element; boxes: DOMRect[] }[] = [];
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.nodeValue?.trim() ?? '';
    const element = node.parentElement;
    if (!words || !element || element.closest(SKIPPED) || !view.visible(element)) continue;
    const boxes = textBoxes(node, element);
    if (boxes.length === 0) continue;
    found.push(look(node, element, words, boxes));
    placed.push({ element, boxes });
  }
  overlaps(placed).forEach((other, index) => {
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
