import type { Box, Paragraph, Run } from './measured.ts';
import { lineRoom } from './line-room.ts';
import { listMarker, listLevel } from './markers.ts';
import { around, boxOn, nodeOf, round, stepOf, zoomOf, type FontHeight, type Page } from './page.ts';
import { familyOf, runsOf } from './runs.ts';

/**
 * Measures nodes in a line as one paragraph; `undefined` where they show no text.
 *
 * @param element - the block that they are in.
 */
export function paragraphOf(page: Page, element: Element, nodes: readonly Node[]): Paragraph | undefined {
  const item = element.localName === 'li' ? element : itemBegunBy(element);
  const checkbox = item && nodes.find(isCheckbox);
  const words = checkbox ? nodes.filter((node) => node !== checkbox) : nodes;
  const runs = runsOf(page, words);
  if (runs.length === 0) return undefined;
  const style = getComputedStyle(element);
  const zoom = zoomOf(page, element);
  const rects = lettersOf(words);
  if (rects.length === 0) return undefined;
  const ink = around(rects.map((rect) => boxOn(page, rect)));
  const size = Number.parseFloat(style.fontSize);
  const { natural, ascent } = heightOfLines(page, style, zoom);
  const leading = style.lineHeight === 'normal' ? natural : Number.parseFloat(style.lineHeight) * zoom;
  const isPlaced = /flex|grid/.test(style.display);
  const content = isPlaced ? { left: ink.x + page.frame.left, width: ink.width } : contentBox(element, style, zoom);
  const lines = countLines(rects, size * zoom);
  const half = (leading - natural) / 2;
  const box = {
    x: round(content.left - page.frame.left),
    y: round(ink.y - half),
    width: round(content.width),
    height: round(Math.max(ink.height + 2 * half, leading)),
  };
  const rtl = style.direction === 'rtl';
  const marker = item && listMarker(page, item, { text: rtl ? box.x + box.width : box.x, rtl, checkbox });
  const align = isPlaced && isCentred(style) ? 'center' : alignOf(style, rtl);
  const room = marker ? withMarker(box, marker.indent, rtl) : besidePainted(box, ink, { align, rtl, lines });
  return {
    box: room,
    ink,
    lines,
    lineRoom: lines > 1 && style.whiteSpaceCollapse === 'collapse' ? lineRoom(words, size * zoom) : undefined,
    runs: withoutIconsBeside(runs, room),
    align,
    rtl,
    leading: round(leading),
    natural: round(natural),
    ascent: round(ascent),
    level: listLevel(element, page.slide),
    marker,
    tag: element.localName,
    node: nodeOf(element),
    step: stepOf(element, page),
  };
}

function isCheckbox(node: Node): node is HTMLInputElement {
  return node instanceof HTMLInputElement && node.type === 'checkbox';
}

/** Returns the areas of letters; those of nodes without any are their own. */
function lettersOf(nodes: readonly Node[]): DOMRect[] {
  const range = document.createRange();
  const areas = (node: Node): DOMRect[] => {
    if (!(node instanceof Text)) return [...node.childNodes].flatMap(areas);
    range.selectNodeContents(node);
    return [...range.getClientRects()];
  };
  const isSeen = ({ width, height }: DOMRect): boolean => width > 0 && height > 0;
  const letters = nodes.flatMap(areas).filter(isSeen);
  if (letters.length > 0) return letters;
  return nodes.flatMap((node) => (node instanceof Element ? [node.getBoundingClientRect()] : [])).filter(isSeen);
}

/** Icons beside the room of the letters need no room in it. */
function withoutIconsBeside(runs: Run[], { x, width }: Box): Run[] {
  const isBeside = ({ inset }: Run): boolean =>
    inset !== undefined &&
    inset.kind !== 'formula' &&
    (inset.box.x + inset.box.width < x + 1 || inset.box.x > x + width - 1);
  return runs.filter((run) => !isBeside(run));
}

/** Letters may begin behind something that is drawn before them. */
function begunAt(box: Box, x: number): Box {
  const SLIGHT = 3;
  return x - box.x > SLIGHT ? { ...box, x, width: Math.max(1, round(box.x + box.width - x)) } : box;
}

interface Setting {
  align: Paragraph['align'];
  rtl: boolean;
  lines: number;
}

/** Returns the room of letters: something that is drawn before them may have a part of their box. */
function besidePainted(box: Box, ink: Box, { align, rtl, lines }: Setting): Box {
  if (align === 'left' && !rtl) return begunAt(box, ink.x);
  const SLIGHT = 3;
  const isOff = Math.abs(ink.x + ink.width / 2 - box.x - box.width / 2) > SLIGHT;
  return align === 'center' && lines === 1 && isOff ? { ...box, x: ink.x, width: ink.width } : box;
}

function isCentred({ display, justifyContent, justifyItems, alignItems, flexDirection }: CSSStyleDeclaration): boolean {
  if (display.includes('grid')) return /center/.test(`${justifyContent} ${justifyItems}`);
  return /center/.test(flexDirection.startsWith('column') ? alignItems : justifyContent);
}

function withMarker(box: Box, indent: number, rtl: boolean): Box {
  return { ...box, x: rtl ? box.x : round(box.x - indent), width: round(box.width + indent) };
}

/** Returns the item of a list whose first block an element is. */
function itemBegunBy(element: Element): Element | undefined {
  const parent = element.parentElement;
  return element.localName === 'p' && parent?.localName === 'li' && parent.firstElementChild === element
    ? parent
    : undefined;
}

function alignOf({ textAlign }: CSSStyleDeclaration, rtl: boolean): Paragraph['align'] {
  if (textAlign === 'center' || textAlign === '-webkit-center') return 'center';
  if (textAlign === 'justify') return 'justify';
  const isEnd = textAlign === 'end';
  if (textAlign === 'right' || textAlign === '-webkit-right' || isEnd !== rtl)
    return textAlign === 'left' ? 'left' : 'right';
  return 'left';
}

const USUAL: FontHeight = { ascent: 0.95, descent: 0.25 };

/** Returns the height of lines by the font itself, and how much of it is above the feet of letters. */
export function heightOfLines(
  { heights, letters, families, ...page }: Page,
  style: CSSStyleDeclaration,
  zoom: number,
): Pick<Paragraph, 'natural' | 'ascent'> {
  const size = Number.parseFloat(style.fontSize) * zoom;
  const font = `${style.fontStyle} ${style.fontWeight} 100px "${familyOf({ heights, letters, families, ...page }, style.fontFamily)}"`;
  let share = heights.get(font);
  if (share === undefined && letters) {
    letters.font = font;
    const { fontBoundingBoxAscent, fontBoundingBoxDescent } = letters.measureText('x');
    share = { ascent: fontBoundingBoxAscent / 100, descent: fontBoundingBoxDescent / 100 };
    heights.set(font, share);
  }
  const { ascent, descent } = share ?? USUAL;
  return { natural: size * (ascent + descent), ascent: size * ascent };
}

function contentBox(element: Element, style: CSSStyleDeclaration, zoom: number): { left: number; width: number } {
  const { left, width } = element.getBoundingClientRect();
  const before = (px(style.paddingLeft) + px(style.borderLeftWidth)) * zoom;
  const after = (px(style.paddingRight) + px(style.borderRightWidth)) * zoom;
  return { left: left + before, width: Math.max(1, width - before - after) };
}

function px(length: string): number {
  return Number.parseFloat(length) || 0;
}

/** Counts lines by the middles of the boxes on them. */
function countLines(rects: readonly DOMRect[], size: number): number {
  const middles = rects.map(({ top, height }) => top + height / 2).toSorted((a, b) => a - b);
  let lines = 0;
  let last = -Infinity;
  for (const middle of middles) {
    if (middle - last > size * 0.6) {
      lines += 1;
      last = middle;
    }
  }
  return Math.max(1, lines);
}
