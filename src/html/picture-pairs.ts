import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { asFigure, LOW_STYLE } from './figures.ts';
import { element, hasClass } from './elements.ts';
import { isShown } from './compose-pictures.ts';
import { shownIn } from './picture-rows.ts';
import { isInline } from './points.ts';
import { lettersOf } from './statement.ts';

/** An image and the words that are written with it. */
export interface PicturePair {
  /** The image, or the link around it. */
  picture: Element;
  image: Element;
  words: ElementContent[];
  /** Where both are written. */
  position: Element['position'];
}

/** Pairs of images and words, and paragraphs before and behind all of them. */
export interface PicturePairs {
  before: Element[];
  pairs: PicturePair[];
  after: Element[];
}

/** An image or words: a block, or a line of one. */
type Part = { block: Element; isWhole: boolean } & (
  | { kind: 'image'; picture: Element; image: Element }
  | { kind: 'words'; words: ElementContent[] }
);

/** Px that images are wide which are more than signs, at least. */
const SMALLEST = 200;
/** Words and letters of a caption, and pairs, at most. */
const [CAPTION_WORDS, CAPTION, MOST] = [14, 90, 5];

/**
 * Returns images with the words of each, where nothing else is on a slide: in lines of one paragraph, in paragraphs, or as
 * captions; names and what is said about them may be paragraphs of their own.
 */
export function picturePairs(blocks: readonly Element[]): PicturePairs | undefined {
  const found = blocks.map(partsOf);
  if (!found.every((parts) => parts !== undefined)) return undefined;
  const parts = found.flat();
  const first = parts.findIndex(({ kind }) => kind === 'image');
  if (first === -1) return undefined;
  const areBehind = first === 1 && parts.at(-1)?.kind === 'image' && parts.length > 2;
  const start = areBehind ? 0 : first;
  const before = parts.slice(0, start);
  const groups = inGroups(parts.slice(start), areBehind);
  if (before.length > 1 || !before.every(({ isWhole }) => isWhole) || groups.some((group) => group.length < 2))
    return undefined;
  const [fewest, last] = [Math.min(...groups.map((group) => group.length)), groups.at(-1) ?? []];
  // What all others have no place for is about all of them.
  const after = groups.length > 1 && last.length === fewest + 1 && last.at(-1)?.isWhole ? last.splice(-1) : [];
  if (fewest > 3 || groups.some((group) => group.length !== fewest)) return undefined;
  const pairs = groups.map(asPair);
  if (!pairs.every((pair) => pair !== undefined)) return undefined;
  return { before: before.map(({ block }) => block), pairs, after: after.map(({ block }) => block) };
}

/** Cuts images and words into groups of an image each. @param areBehind - words are before their image. */
function inGroups(parts: readonly Part[], areBehind: boolean): Part[][] {
  const groups: Part[][] = [];
  let isOpen = false;
  for (const part of parts) {
    const begins = areBehind ? !isOpen : part.kind === 'image';
    if (begins) groups.push([part]);
    else groups.at(-1)?.push(part);
    isOpen = !areBehind || part.kind === 'words';
  }
  return groups;
}

function asPair(group: readonly Part[]): PicturePair | undefined {
  const shown = group.find((part) => part.kind === 'image');
  const lines = group.flatMap((part) => (part.kind === 'words' ? [part.words] : []));
  if (!shown || lines.length !== group.length - 1) return undefined;
  const words: ElementContent[] = [];
  for (const line of lines) words.push(...(words.length > 0 ? [element('br', {})] : []), ...line);
  const [start, end] = [group[0]?.block.position?.start, group.at(-1)?.block.position?.end];
  return { picture: shown.picture, image: shown.image, words, position: start && end && { start, end } };
}

/** Returns the images and words of a block; `undefined` where it has anything else. */
function partsOf(block: Element): Part[] | undefined {
  if (isShown(block)) return figureParts(block);
  if (block.tagName !== 'p' || Object.keys(block.properties).length > 0) return undefined;
  const lines = linesOf(block);
  if (!lines) return block.children.every((child) => isInline(child) && !hasImage(child)) ? [whole(block)] : undefined;
  return lines.map((line) => Object.assign({ block, isWhole: false }, line));
}

function whole(block: Element): Part {
  return { block, isWhole: true, kind: 'words', words: block.children };
}

function figureParts(figure: Element): Part[] | undefined {
  const [picture, caption, ...more] = figure.children;
  const image = shownIn(figure);
  if (picture?.type !== 'element' || image?.tagName !== 'img' || more.length > 0) return undefined;
  const { className: _, style = LOW_STYLE, ...others } = figure.properties;
  if (style !== LOW_STYLE || Object.keys(others).length > 0) return undefined;
  const part: Part = { block: figure, isWhole: true, kind: 'image', picture, image };
  if (!caption) return [part];
  if (caption.type !== 'element' || caption.children.some((child) => isNumber(child) || !isInline(child)))
    return undefined;
  return [part, { block: figure, isWhole: false, kind: 'words', words: caption.children }];
}

function isNumber(node: ElementContent): boolean {
  return node.type === 'element' && hasClass(node, 'caption-number');
}

/** A line that is an image, or words of one line or several. */
type Line = { kind: 'image'; picture: Element; image: Element } | { kind: 'words'; words: ElementContent[] };

/** Returns images and words of a paragraph in which images begin lines, or are some; `undefined` for others. */
function linesOf({ children }: Element): Line[] | undefined {
  const lines: Line[] = [];
  let words: ElementContent[] = [];
  const close = (): void => {
    const all = trimmed(words);
    if (all.length > 0) lines.push({ kind: 'words', words: all });
    words = [];
  };
  for (const child of children) {
    const image = child.type === 'element' ? plainImage(child) : undefined;
    if (child.type !== 'element' || !image) {
      if (hasImage(child) || !isInline(child)) return undefined;
      words.push(child);
      continue;
    }
    if (!endsLine(words)) return undefined;
    close();
    lines.push({ kind: 'image', picture: child, image });
  }
  close();
  return lines.some(({ kind }) => kind === 'image') && lines.length > 1 ? lines : undefined;
}

/** Tells whether what comes next begins a line. */
function endsLine(words: readonly ElementContent[]): boolean {
  const last = words.at(-1);
  if (!last) return true;
  return last.type === 'element' ? last.tagName === 'br' : last.type === 'text' && /(?:^|\n)[ \t]*$/.test(last.value);
}

function plainImage(node: Element): Element | undefined {
  const [only, ...more] = node.children;
  const image = node.tagName === 'a' && more.length === 0 ? only : node;
  if (image?.type !== 'element' || image.tagName !== 'img') return undefined;
  return (image.properties['style'] ?? image.properties['className']) === undefined ? image : undefined;
}

function hasImage(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'img' || node.tagName === 'svg' || node.children.some(hasImage));
}

/** Returns words without spaces and ends of lines around them. */
function trimmed(words: readonly ElementContent[]): ElementContent[] {
  const isBlank = (node: ElementContent): boolean =>
    node.type === 'text' ? node.value.trim() === '' : node.type === 'element' && node.tagName === 'br';
  const start = words.findIndex((node) => !isBlank(node));
  if (start === -1) return [];
  const all = words.slice(start, words.findLastIndex((node) => !isBlank(node)) + 1);
  return all.map((node, index) => {
    if (node.type !== 'text') return node;
    const value = index === 0 ? node.value.trimStart() : node.value;
    return { type: 'text', value: index === all.length - 1 ? value.trimEnd() : value };
  });
}

/**
 * Returns an image and the words in the line above or below it, which are one paragraph, as two blocks. Small images are
 * signs between words.
 */
export function apart(block: Element): Element[] {
  if (block.tagName !== 'p' || Object.keys(block.properties).length > 0) return [block];
  const lines = linesOf(block);
  const images = (lines ?? []).flatMap((line) => (line.kind === 'image' ? [line] : []));
  const [shown] = images;
  if (lines?.length !== 2 || !shown || images.length > 1 || !isAlone(shown.picture, block)) return [block];
  if (!(Number(shown.image.properties['width']) >= SMALLEST)) return [block];
  return lines.map((line) => {
    const made =
      line.kind === 'words'
        ? element('p', {}, line.words)
        : asFigure(element('p', {}, [withOwn(line.picture)]))?.figure;
    if (made && block.position) made.position = block.position;
    return made ?? block;
  });
}

/** Tells whether an image is a line of its own. */
function isAlone(picture: Element, { children }: Element): boolean {
  const at = children.indexOf(picture);
  const next = children[at + 1];
  return (
    !next || (next.type === 'element' ? next.tagName === 'br' : next.type === 'text' && /^[ \t]*\n/.test(next.value))
  );
}

/** Returns images with short words as captions, so that they are beside each other; `undefined` for others. */
export function pairsAsFigures(pairs: readonly PicturePair[], vectors: ReadonlySet<string>): Element[] | undefined {
  if (pairs.length < 2 || pairs.length > MOST) return undefined;
  const figures = pairs.map(({ picture, image, words, position }) => {
    const said = words
      .map((node) => ('value' in node ? node.value : toString(node)))
      .join('')
      .trim();
    const isShort = lettersOf(said) <= CAPTION && said.split(/\s+/).length <= CAPTION_WORDS;
    const isLarge = Number(image.properties['width']) >= SMALLEST && !vectors.has(String(image.properties['src']));
    const figure = isShort && isLarge ? asFigure(element('p', {}, [withOwn(picture)]))?.figure : undefined;
    if (!figure) return undefined;
    figure.children = [...figure.children.slice(0, 1), element('figcaption', {}, words)];
    if (position) figure.position = position;
    return figure;
  });
  return figures.every((figure) => figure !== undefined) ? figures : undefined;
}

/** Returns an image with properties of its own, which can be changed. */
function withOwn(picture: Element): Element {
  const children = picture.children.map((child) => (child.type === 'element' ? withOwn(child) : child));
  return { ...picture, properties: { ...picture.properties }, children };
}
