import type { Element, ElementContent, Parents } from 'hast';
import { toString } from 'hast-util-to-string';
import { addClass, element, nextElement, takeOut, text } from './elements.ts';

/** An image that is a block. */
export interface Figure {
  figure: Element;
  image: Element;
  /** The link around the image, or the image itself. */
  holder: Element;
}

/**
 * Makes a block of an image that is alone in its paragraph, or has a line in italics with it, with a caption where it has a title. What the paragraph says
 * of itself stays.
 */
export function asFigure(paragraph: Element): Figure | undefined {
  const shown = paragraph.children.filter(isSeen);
  const [only, line] = shown;
  const caption = shown.length === 2 && line ? emphasized([line]) : undefined;
  if ((shown.length !== 1 && !caption) || only?.type !== 'element') return undefined;
  const image = only.tagName === 'a' && only.children.length === 1 ? only.children[0] : only;
  if (image?.type !== 'element' || image.tagName !== 'img') return undefined;
  const { align, ...properties } = paragraph.properties;
  const style = typeof properties['style'] === 'string' ? properties['style'] : '';
  const { align: ofImage, title, dataCaptionNumber: number } = image.properties;
  delete image.properties['dataCaptionNumber'];
  delete image.properties['align'];
  const [, aligned = String(align ?? ofImage ?? '')] = /(?:^|;)\s*text-align\s*:\s*([a-z]+)/i.exec(style) ?? [];
  paragraph.tagName = 'figure';
  paragraph.properties = properties;
  addClass(paragraph, 'media', ...(SIDES.has(aligned.toLowerCase()) ? [`media-${aligned.toLowerCase()}`] : []));
  paragraph.children = [only];
  if (typeof title === 'string' && title) {
    delete image.properties['title'];
    paragraph.children.push(figcaption(title, number));
  }
  if (caption) paragraph.children.push(element('figcaption', {}, caption));
  return { figure: paragraph, image, holder: only };
}

/** Makes a caption, with what the deck counts before it: “Figure 2: ”. */
export function figcaption(title: string, number: unknown): Element {
  const counted =
    typeof number === 'string' ? [element('span', { className: ['caption-number'] }, [text(number)])] : [];
  return element('figcaption', {}, [...counted, text(title)]);
}

/** “Figure 1: …” in the languages of papers. */
const NUMBERED =
  /^\s*(?:figure|fig\.|abbildung|abb\.|bild|figura|imagen|image|illustration|rysunek|obrázek|kuva|figuur|図|图)\s?\d{1,3}(?:\.\d{1,3})?[.:：]\s/iu;

/** Letters of a line in italics that is a caption. */
const CAPTION = 140;

function isSeen(child: ElementContent): boolean {
  return child.type === 'text' ? child.value.trim() !== '' : child.type !== 'element' || child.tagName !== 'br';
}

/** Returns the words of a line that is in italics as a whole. */
function emphasized(line: readonly ElementContent[]): ElementContent[] | undefined {
  const [only, ...more] = line.filter(isSeen);
  const isCaption = only?.type === 'element' && only.tagName === 'em' && more.length === 0;
  return isCaption && toString(only).length <= CAPTION ? only.children : undefined;
}

/**
 * Makes a caption of a line after a figure that is in italics, or begins with a number, as in papers, unless the figure has
 * a caption.
 */
export function takeCaption(figure: Element, parent: Parents): void {
  if (figure.children.length > 1) return;
  const next = nextElement(figure, parent);
  if (next?.tagName !== 'p' || Object.keys(next.properties).length > 0) return;
  const words = NUMBERED.test(toString(next)) ? next.children : emphasized(next.children);
  if (!words) return;
  takeOut(next, parent);
  figure.children.push(element('figcaption', {}, words));
}

/** Where an image can be that does not begin where text does. */
const SIDES = new Set(['center', 'left', 'right', 'end']);

/** Images that are lower than this give nothing away on slides that are full. */
const LOW = 180;

/** The style that says that. */
export const LOW_STYLE = 'flex:none;min-height:0';

/** Keeps what is low already as it is: other images get smaller, but not that small. */
export function keepLow({ figure }: Figure, height: number | undefined): void {
  if (height === undefined || height >= LOW) return;
  const { style } = figure.properties;
  figure.properties['style'] = [LOW_STYLE, ...(typeof style === 'string' ? [style] : [])].join(';');
}
