import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Size, Slide } from '../model/deck.ts';
import { hasClass, isHeading } from './elements.ts';
import { lettersOf } from './statement.ts';

/** How much larger text is shown, from the most to the least. */
const SCALES = [1.4, 1.3, 1.2, 1.1];
/** Height of the room below a heading in lines of text, and the share of it that may be filled. */
const [ROOM, FULL] = [12.5, 0.86];
/** Letters of a line of text, and of a line of code, on a slide of 16:9. */
const [LINE, CODE_LINE] = [60, 84];
/** Height of a line of code, and of what surrounds code; room between blocks and between items. All in lines of text. */
const [CODE, AROUND_CODE, BLOCKS, ITEMS] = [0.74, 1.6, 0.65, 0.3];
/** The share of the free height that is above content, and the height of a slide in lines. */
const [OPTICAL, SLIDE] = [0.46, 18];
/** Steps in which content moves down, in shares of the slide's height. */
const STRIDE = 0.04;

interface Room {
  /** Width of a line as a share of that on a slide of 16:9. */
  width: number;
  /** Height in lines of text. */
  height: number;
}

interface Scales {
  text: number;
  code: number;
}

/**
 * Lets the content of sparse slides grow whose parts move from one slide to the next: all slides of a row are shown at one
 * size, that of the fullest. The room that they need is estimated, since a page measures only the slide that it shows.
 */
export function sizeMoving(slides: readonly Slide[], { width, height }: Size): Slide[] {
  if (height > width) return [...slides];
  // Where slides are taller, letters are larger.
  const unit = Math.min((width / 1280 + height / 720) / 2, height / 720);
  const room: Room = { width: width / 1280 / unit, height: (ROOM * height) / 720 / unit };
  return slides.map((slide, index) => {
    if (!moves(slide)) return slide;
    const bodies = rowAround(slides, index).map(bodyOf);
    const scales = SCALES.map((text): Scales => ({ text, code: codeScale(bodies.flat(), text, room) }));
    const heightAt = (scale: Scales): number => Math.max(...bodies.map((body) => heightOf(body, scale, room)));
    const scale = scales.find((tried) => heightAt(tried) <= room.height * FULL);
    if (!scale) return slide;
    const drop = Math.floor(((room.height - heightAt(scale)) * OPTICAL) / SLIDE / STRIDE) * STRIDE;
    const [first] = bodyOf(slide);
    const content = slide.content.map((node) =>
      node.type === 'element' && !isTitle(node, slide) ? sized(node, scale, node === first ? drop : 0) : node,
    );
    return { ...slide, content };
  });
}

function moves({ settings: { autoAnimate, grow, layout, background } }: Slide): boolean {
  return autoAnimate && grow && layout === 'default' && !background;
}

/** Returns the slides that move into each other, of which one is at `index`. */
function rowAround(slides: readonly Slide[], index: number): Slide[] {
  const start = slides.slice(0, index).findLastIndex((slide) => !moves(slide)) + 1;
  const length = slides.slice(start).findIndex((slide) => !moves(slide));
  return slides.slice(start, length === -1 ? undefined : start + length);
}

function isTitle(node: ElementContent, { content }: Slide): boolean {
  return node === content[0] && node.type === 'element' && isHeading(node);
}

function bodyOf(slide: Slide): Element[] {
  return slide.content.filter((node) => node.type === 'element').filter((node) => !isTitle(node, slide));
}

function isCode(node: Element): boolean {
  return node.tagName === 'pre' || hasClass(node, 'code-block');
}

function linesOf(block: Element): string[] {
  return toString(block).replace(/\n$/, '').split('\n');
}

/** Returns how much larger code is shown: no line of it becomes two. */
function codeScale(blocks: readonly Element[], text: number, room: Room): number {
  const columns = blocks.filter(isCode).flatMap((block) => linesOf(block).map(({ length }) => length));
  return Math.max(1, Math.min(1 + 1.5 * (text - 1), (CODE_LINE * room.width) / Math.max(1, ...columns)));
}

/** Returns the height of blocks in lines of text; infinite where there is more than words and code, or an author's style. */
function heightOf(body: readonly Element[], { text, code }: Scales, room: Room): number {
  const line = (LINE * room.width) / text;
  const heights = body.map((node) => {
    if (node.properties['style'] !== undefined) return Infinity;
    if (isCode(node)) return AROUND_CODE + linesOf(node).length * CODE * code;
    if (node.tagName === 'p') return heightOfWords(node, line) * text;
    return node.tagName === 'ul' || node.tagName === 'ol' ? heightOfList(node, line) * text : Infinity;
  });
  return heights.reduce((sum, height) => sum + height + BLOCKS, 0);
}

function heightOfList(list: Element, line: number): number {
  return list.children.reduce((sum, item) => {
    if (item.type !== 'element') return sum;
    const lists = item.children.filter((child) => child.type === 'element').filter(isList);
    const words = { ...item, children: item.children.filter((child) => !lists.some((inner) => inner === child)) };
    return sum + ITEMS + heightOfWords(words, line) + lists.reduce((all, inner) => all + heightOfList(inner, line), 0);
  }, 0);
}

function isList({ tagName }: Element): boolean {
  return tagName === 'ul' || tagName === 'ol';
}

function heightOfWords(node: Element, line: number): number {
  return isText(node) ? Math.ceil(lettersOf(toString(node)) / line) : Infinity;
}

/** Tells whether an element has nothing but words in it, which take the room that their letters do. */
function isText(node: Element): boolean {
  return node.children.every(
    (child) =>
      child.type !== 'element' ||
      (!('dataInset' in child.properties) &&
        !/^(?:img|svg|video|figure|table|div|pre|math)$/.test(child.tagName) &&
        !hasClass(child, 'inline-math') &&
        isText(child)),
  );
}

/** @param drop - how far a block moves down, as a share of the slide's height. */
function sized(node: Element, { text, code }: Scales, drop: number): Element {
  const scale = Number((isCode(node) ? code : text).toFixed(2));
  const style = [
    `font-size:${node.tagName === 'pre' ? `calc(var(--deck-code-size) * ${scale})` : `${scale}em`}`,
    ...(drop > 0 ? [`margin-top:calc(${drop.toFixed(2)} * var(--deck-height))`] : []),
  ];
  return { ...node, properties: { ...node.properties, style: style.join(';') } };
}
